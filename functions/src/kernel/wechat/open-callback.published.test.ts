import { createHash } from 'node:crypto';
import { openCallback, type CallbackConfig } from './open-callback';

/**
 * A message as Tencent's servers sealed and signed it, with its key: the sample that comes with Tencent's own libraries for this
 * scheme (WXBizMsgCrypt), which mini-programs, official accounts and 企业微信 share.
 */
const SEALED =
  'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==';
const SAMPLE = {
  config: {
    appid: 'wx5823bf96d3bd56c7',
    token: 'QDG6eK',
    aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  } satisfies CallbackConfig,
  query: {
    msg_signature: '477715d11cdb4164915debcba66cb864d751f3e6',
    timestamp: '1409659813',
    nonce: '1372623149',
  },
  body: `<xml>
<ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><Encrypt><![CDATA[${SEALED}]]></Encrypt>
<AgentID><![CDATA[218]]></AgentID>
</xml>`,
};

describe('the sample that Tencent publishes', () => {
  const { config, query, body } = SAMPLE;
  it('is opened, and a text to the customer service is nothing of ours', () =>
    expect(openCallback(config, query, body)).toEqual({ event: 'other' }));

  it.each([
    [
      'a sign of its signature is another',
      config,
      { ...query, msg_signature: `5${query.msg_signature.slice(1)}` },
      body,
    ],
    ['its nonce is another', config, { ...query, nonce: '1372623148' }, body],
    ['a sign of the sealed text is another', config, query, body.replace('RypEv', 'RypEw')],
    ['it is for another account', { ...config, appid: 'wx5823bf96d3bd56c8' }, query, body],
    ['it was sealed with another key', { ...config, aesKey: config.aesKey.replace('jWm', 'jWn') }, query, body],
  ])('is refused when %s', (_, by, asked, text) => expect(openCallback(by, asked, text)).toBeUndefined());
});

/**
 * The six examples of developers.weixin.qq.com/miniprogram/dev/framework/open-ability/subscribe-message.html (read 2026-11-28),
 * to the letter but for the commas too many in its JSON.
 */
const PUBLISHED: readonly (readonly [name: string, body: string, heard: object])[] = [
  [
    'a prompt, XML',
    `<xml>
    <ToUserName><![CDATA[gh_123456789abc]]></ToUserName>
    <FromUserName><![CDATA[otFpruAK8D-E6EfStSYonYSBZ8_4]]></FromUserName>
    <CreateTime>1610969440</CreateTime>
    <MsgType><![CDATA[event]]></MsgType>
    <Event><![CDATA[subscribe_msg_popup_event]]></Event>
    <SubscribeMsgPopupEvent>
        <List>
            <TemplateId><![CDATA[VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc]]></TemplateId>
            <SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString>
            <PopupScene>2</PopupScene>
        </List>
        <List>
            <TemplateId><![CDATA[9nLIlbOQZC5Y89AZteFEux3WCXRRRG5Wfzkpssu4bLI]]></TemplateId>
            <SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString>
            <PopupScene>2</PopupScene>
        </List>
    </SubscribeMsgPopupEvent>
</xml>`,
    {
      ...{ event: 'subscriptions', kind: 'popup', openid: 'otFpruAK8D-E6EfStSYonYSBZ8_4', at: '1610969440' },
      items: [
        { TemplateId: 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc', SubscribeStatusString: 'accept' },
        { TemplateId: '9nLIlbOQZC5Y89AZteFEux3WCXRRRG5Wfzkpssu4bLI', SubscribeStatusString: 'reject' },
      ],
    },
  ],
  [
    'a prompt, JSON',
    `{
  "ToUserName": "gh_123456789abc",
  "FromUserName": "o7esq5OI1Uej6Xixw1lA2H7XDVbc",
  "CreateTime": "1620973045",
  "MsgType": "event",
  "Event": "subscribe_msg_popup_event",
  "List": [   {
        "TemplateId": "hD-ixGOhYmUfjOnI8MCzQMPshzGVeux_2vzyvQu7O68",
        "SubscribeStatusString": "accept",
        "PopupScene": "0"
    }]
 }`,
    {
      ...{ event: 'subscriptions', kind: 'popup', openid: 'o7esq5OI1Uej6Xixw1lA2H7XDVbc', at: '1620973045' },
      items: [{ TemplateId: 'hD-ixGOhYmUfjOnI8MCzQMPshzGVeux_2vzyvQu7O68', SubscribeStatusString: 'accept' }],
    },
  ],
  [
    'turned off, XML',
    `<xml>
    <ToUserName><![CDATA[gh_123456789abc]]></ToUserName>
    <FromUserName><![CDATA[otFpruAK8D-E6EfStSYonYSBZ8_4]]></FromUserName>
    <CreateTime>1610969440</CreateTime>
    <MsgType><![CDATA[event]]></MsgType>
    <Event><![CDATA[subscribe_msg_change_event]]></Event>
    <SubscribeMsgChangeEvent>
        <List>          <TemplateId><![CDATA[VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc]]></TemplateId>
            <SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString>
        </List>
    </SubscribeMsgChangeEvent>
</xml>`,
    {
      ...{ event: 'subscriptions', kind: 'change', openid: 'otFpruAK8D-E6EfStSYonYSBZ8_4', at: '1610969440' },
      items: [{ TemplateId: 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc', SubscribeStatusString: 'reject' }],
    },
  ],
  [
    'turned off, JSON',
    `{
      "ToUserName": "gh_123456789abc",
      "FromUserName": "o7esq5OI1Uej6Xixw1lA2H7XDVbc",
      "CreateTime": "1610968440",
      "MsgType": "event",
      "Event": "subscribe_msg_change_event",
      "List": [  {
                "TemplateId":"BEwX0BOT3MqK3Uc5oTU3CGBqzjpndk2jzUf7VfExd8",
                "SubscribeStatusString": "reject"
      }]
}`,
    {
      ...{ event: 'subscriptions', kind: 'change', openid: 'o7esq5OI1Uej6Xixw1lA2H7XDVbc', at: '1610968440' },
      items: [{ TemplateId: 'BEwX0BOT3MqK3Uc5oTU3CGBqzjpndk2jzUf7VfExd8', SubscribeStatusString: 'reject' }],
    },
  ],
  [
    'sent, XML',
    `<xml>
    <ToUserName><![CDATA[gh_123456789abc]]></ToUserName>
    <FromUserName><![CDATA[otFpruAK8D-E6EfStSYonYSBZ8_4]]></FromUserName>
    <CreateTime>1610969468</CreateTime>
    <MsgType><![CDATA[event]]></MsgType>
    <Event><![CDATA[subscribe_msg_sent_event]]></Event>
    <SubscribeMsgSentEvent>
        <List>       <TemplateId><![CDATA[VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc]]></TemplateId>
            <MsgID>1700827132819554304</MsgID>
            <ErrorCode>0</ErrorCode>
            <ErrorStatus><![CDATA[success]]></ErrorStatus>
        </List>
    </SubscribeMsgSentEvent>
</xml>`,
    {
      ...{ event: 'subscriptions', kind: 'sent', openid: 'otFpruAK8D-E6EfStSYonYSBZ8_4', at: '1610969468' },
      items: [{ TemplateId: 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc', ErrorCode: 0 }],
    },
  ],
  [
    'sent, JSON',
    `{
    "ToUserName": "gh_123456789abc",
    "FromUserName": "o7esq5PHRGBQYmeNyfG064wEFVpQ",
    "CreateTime": "1620963428",
    "MsgType": "event",
    "Event": "subscribe_msg_sent_event",
    "List": {
        "TemplateId": "BEwX0BO-T3MqK3Uc5oTU3CGBqzjpndk2jzUf7VfExd8",
        "MsgID": "1864323726461255680",
        "ErrorCode": "0",
        "ErrorStatus": "success"
      }

}`,
    {
      ...{ event: 'subscriptions', kind: 'sent', openid: 'o7esq5PHRGBQYmeNyfG064wEFVpQ', at: '1620963428' },
      items: [{ TemplateId: 'BEwX0BO-T3MqK3Uc5oTU3CGBqzjpndk2jzUf7VfExd8', ErrorCode: 0 }],
    },
  ],
];

describe('the examples WeChat documents', () => {
  const config = { appid: 'wx0123456789abcdef', token: 'anytoken' };
  const [timestamp, nonce] = ['1610969440', '585816998'];
  const signature = createHash('sha1').update([config.token, timestamp, nonce].sort().join('')).digest('hex');

  it.each(PUBLISHED)('%s', (_, body, heard) =>
    expect(openCallback(config, { signature, timestamp, nonce }, body)).toEqual(heard),
  );
});
