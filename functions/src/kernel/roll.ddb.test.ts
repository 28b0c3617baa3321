import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { startTables } from '@gongzhi/local/test-tables';
import { createDocumentClient } from './ddb';
import { householdsPk } from './households';
import { createRoll } from './roll';

test('the roll is read building by building, and door by door however a door is written', async () => {
  const engine = await startTables(['directory']);
  const client = createDocumentClient(engine.endpoint);
  const here = '310105000001';
  const put = (Item: object) => client.send(new PutCommand({ TableName: 'directory', Item }));
  const names = Array.from({ length: 23 }, (_, i) => `1${String.fromCharCode(97 + i)}`);
  for (const sk of names) await put({ pk: `${here}#b`, sk, building: sk, households: 1 });
  await put({ pk: householdsPk(here, '13'), sk: '12#3502', building: '3号楼', unit: '2', room: '502', joined: 0 });
  const roll = createRoll(client, 'directory');
  const [first, second, third] = [
    await roll.buildings(here, undefined),
    await roll.buildings(here, names[9]),
    await roll.buildings(here, names[19]),
  ];
  expect([...first.keys, ...second.keys, ...third.keys]).toEqual(names);
  expect([first.next, second.next, third.next]).toEqual([names[9], names[19], undefined]);
  expect((await roll.doors(here, '13')).map(({ room }) => room)).toEqual(['502']);
  expect(await roll.doors(here, '15')).toEqual([]);
  const at = await roll.at(here, [{ building: '3栋', unit: '二单元', room: '0502' }]);
  expect(at({ building: '3', unit: '2', room: '502' })?.joined).toBe(0);
  expect(at({ building: '4', unit: '2', room: '502' })).toBeUndefined();
  client.destroy();
  await engine.stop();
});
