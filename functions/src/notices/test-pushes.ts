import type { Pushed } from '../kernel/wechat/open-callback';

/** One push as it came over the line, and what it says. */
interface Recorded {
  name: string;
  mode: 'plain' | 'compat' | 'safe';
  query: Record<string, string>;
  body: string;
  heard: Extract<Pushed, { event: 'subscriptions' }>;
}
/** Pushes recorded on 2026-11-27 from the stand-in: token `recordedtoken`, the key in push-door.test.ts. For tests. */
export const RECORDED: readonly Recorded[] = [
  {
    name: 'two answers, JSON, plain',
    mode: 'plain',
    query: {
      signature: '41b3829fafa6fbb091c76e1c128e413d7e2ae97f',
      timestamp: '1795395600',
      nonce: '585816998',
    },
    body: '{"ToUserName":"gh_0123456789ab","FromUserName":"oTest_anna","CreateTime":1795395600,"MsgType":"event","Event":"subscribe_msg_popup_event","List":[{"TemplateId":"tmplOnce","SubscribeStatusString":"accept","PopupScene":"0"},{"TemplateId":"tmplLong","SubscribeStatusString":"reject","PopupScene":"0"}]}',
    heard: {
      event: 'subscriptions',
      kind: 'popup',
      openid: 'oTest_anna',
      at: '1795395600',
      items: [
        {
          TemplateId: 'tmplOnce',
          SubscribeStatusString: 'accept',
        },
        {
          TemplateId: 'tmplLong',
          SubscribeStatusString: 'reject',
        },
      ],
    },
  },
  {
    name: 'one accept, JSON, compat',
    mode: 'compat',
    query: {
      signature: 'd6ec3a12ce4379fc4566eea4586b1b14b9faa758',
      timestamp: '1795395600',
      nonce: '693028278',
      encrypt_type: 'aes',
      msg_signature: '8b9e24eae7c8b170be46e8eddcf0dab3cbbc9b5d',
    },
    body: '{"ToUserName":"gh_0123456789ab","FromUserName":"oTest_anna","CreateTime":1795395600,"MsgType":"event","Event":"subscribe_msg_popup_event","List":{"TemplateId":"tmplOnce","SubscribeStatusString":"accept","PopupScene":"0"},"Encrypt":"RYrIPc5lIEcOIur8eHZMRXndDqTD3r7GFTeW+9JM+jCIHZHOPGSWF89Cxc2KpBw0ftGVmie+G6c71+wB5Bh4Lsk8yDlajJYM4QaMXlVXzDRDyPwIjmsBtBr1RON3IMYcRO3LioMkDkPV1UkHpD5LC3sAsLD+DcksnBapi0xn2XL6tsPusNd4QdT60yq8Jn98QLKAkg3WBUE67bJKxw4N5xGPS1XdskNYSQNirGlL+4rnHlBGcOIrAOMOAYIvx5MgcCK2aRxuknHSSA6Y9CIbgdnUKRfOIF4W8lJeK8+cwlWgx+KE0jVLVQWQfrmIYZEzvL6NOAT9T3F3m5OM7NWwzJnRVxurxVMP+BVXutZX5WMjaYFDATt7AdSgmCW7D/UT"}',
    heard: {
      event: 'subscriptions',
      kind: 'popup',
      openid: 'oTest_anna',
      at: '1795395600',
      items: [
        {
          TemplateId: 'tmplOnce',
          SubscribeStatusString: 'accept',
        },
      ],
    },
  },
  {
    name: 'turned off, JSON, safe',
    mode: 'safe',
    query: {
      signature: '0b8ae5c0febe685b9ca68d2f6e34d8d58e691f45',
      timestamp: '1795395600',
      nonce: '974699128',
      encrypt_type: 'aes',
      msg_signature: 'b05ef5021c59c21b614572e7c0db61c7c553580e',
    },
    body: '{"ToUserName":"gh_0123456789ab","Encrypt":"9XOl/neU4HSYM6qZfDNOfK8igG0ZCjRVvsW85WIDZmO+nAXP1t9s23JE0dcRsC+pF2ngv3iOg32R4bPknNzeGYsI81Qk7WNnAgAOCkFIbYZRYf6Rmiw5AR1/Swy92M570A273izJpNiLjSXPPYS6BoXb8Gd5HGNWu/fiSnhRhJDx9BHv+0kTh8XPgLfD5bjdTRrRVEeqECVz4FHViXaIJ/EuVQn5rk5s4EI3uEP2A6gDFQ0+/Ss+7SUqth0Iq0BjDBBTbtQEFQi1kKxNo5RHJAaHOT3fnX/6LoQ3XCQWDoNr4SGxMLYffP+h8zW7uaTrdTvUKH6f6yKRQW5d7o+Pzg=="}',
    heard: {
      event: 'subscriptions',
      kind: 'change',
      openid: 'oTest_anna',
      at: '1795395600',
      items: [
        {
          TemplateId: 'tmplLong',
          SubscribeStatusString: 'reject',
        },
      ],
    },
  },
  {
    name: 'one accept, XML, plain',
    mode: 'plain',
    query: {
      signature: 'e12d85683d6db12dbab9d7fb7bf68137645c0b5e',
      timestamp: '1795395600',
      nonce: '709245855',
    },
    body: '<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oTest_anna]]></FromUserName><CreateTime>1795395600</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_popup_event]]></Event><SubscribeMsgPopupEvent><List><TemplateId><![CDATA[tmplOnce]]></TemplateId><SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString><PopupScene><![CDATA[0]]></PopupScene></List></SubscribeMsgPopupEvent></xml>',
    heard: {
      event: 'subscriptions',
      kind: 'popup',
      openid: 'oTest_anna',
      at: '1795395600',
      items: [
        {
          TemplateId: 'tmplOnce',
          SubscribeStatusString: 'accept',
        },
      ],
    },
  },
  {
    name: 'turned off, XML, plain',
    mode: 'plain',
    query: {
      signature: 'dc32c54a397132f3eba156118aa2d3f29d655e3e',
      timestamp: '1795395600',
      nonce: '268194271',
    },
    body: '<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oTest_anna]]></FromUserName><CreateTime>1795395600</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_change_event]]></Event><SubscribeMsgChangeEvent><List><TemplateId><![CDATA[tmplLong]]></TemplateId><SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString></List></SubscribeMsgChangeEvent></xml>',
    heard: {
      event: 'subscriptions',
      kind: 'change',
      openid: 'oTest_anna',
      at: '1795395600',
      items: [
        {
          TemplateId: 'tmplLong',
          SubscribeStatusString: 'reject',
        },
      ],
    },
  },
  {
    name: 'two answers, XML, compat',
    mode: 'compat',
    query: {
      signature: '74dfef598c714581ba912eb030d1e7ba861f96f0',
      timestamp: '1795395600',
      nonce: '225910143',
      encrypt_type: 'aes',
      msg_signature: '5856fee7f1d22a64a24c2b6cb00ca51ce9aeac4c',
    },
    body: '<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oTest_anna]]></FromUserName><CreateTime>1795395600</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_popup_event]]></Event><SubscribeMsgPopupEvent><List><TemplateId><![CDATA[tmplOnce]]></TemplateId><SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString><PopupScene><![CDATA[0]]></PopupScene></List><List><TemplateId><![CDATA[tmplLong]]></TemplateId><SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString><PopupScene><![CDATA[0]]></PopupScene></List></SubscribeMsgPopupEvent><Encrypt><![CDATA[EGj1jvAWbc7lhubTMTZUevnu2Um8dhRwuvfO6DiBGruwZ5YchE3ctHnkv0VBbiZgvVl4dSIbO7QjlUp1uzpwFidzmjq+G5jH6CGP6sqLqCkMUswjvzrEVrXLn6EJPu8NM1wURpSrS6QTKgenIY04u4tlzqboXM+59QaHGAHF3tBNjJczPEPHPxbSYATbcU5CBAiJXca5xzu+0sw9JsfKV67OTAJpn33lE+cI7QeHI7sK2c8W7U5d+HGLgWGYUVGkGMTotoewzi2mfz5lpfMoOagdwq1kJYDWjzn4yrj0w9C26+8z3bMkZXZwvXJgpaVYKa6U0MdYWTYnadiLtSW3g7mBIgOsYfPaCOPwlJGpDW1KbzkeFQmX0qMJugNf0TYvPTdDvraLa9nQrFC6rBxU9FZQkWGrSa5Dturxa3gkeD6tC1V2EOIqW8W7lXkAkFV87r+1SD2Yet/I79pMsEDu6vyk8rACSpamGqI+lBDRPeNpPf8aiw6VLK6voejBdMiKYhFtrWLTZ6scN2VgE3a66l3e1siP8JBYnBkhn2I6GEdzImx1hV8zrobmBFF7MLK42B5u6GP2OWgeIOor3GRtGDmFHU3Z5iHrOL6I2r8cpn+TRsFC+LNaV7jkRjYY/lMURZMuGTbrNq3TlxxjGN6xCR7iDyb8GZ7IONJUZTqdGNLmrwsMPxvAm25L6P0mWPmVdCzsPIE9zgJrQ1nlVfvNVUO3uJ1DL8jQvt3g/wUWEJ8E+2XDd7vKaRXXo/6sLib3uwRdcLtqgbeqs9ZML2TuwgRDa1tFY9g5QmGCA7450aoRJfl46fBlksuB5nA2wNh5nA549OnAse0fsIY23XpplPY5T/YC1ewE0VdgiNbFmWI7CU6Cc7kPa+yLpMw3/gV4]]></Encrypt></xml>',
    heard: {
      event: 'subscriptions',
      kind: 'popup',
      openid: 'oTest_anna',
      at: '1795395600',
      items: [
        {
          TemplateId: 'tmplOnce',
          SubscribeStatusString: 'accept',
        },
        {
          TemplateId: 'tmplLong',
          SubscribeStatusString: 'reject',
        },
      ],
    },
  },
  {
    name: 'one accept, XML, safe',
    mode: 'safe',
    query: {
      signature: '7f3ca928934b4b465a0cdc1067359af382dd2097',
      timestamp: '1795395600',
      nonce: '209478352',
      encrypt_type: 'aes',
      msg_signature: 'f3cfec973a721a50a3ac7c4bd02527103a264c0d',
    },
    body: '<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><Encrypt><![CDATA[TYk9zYDJxltg4QBHhXJYTDWJe27mGJFeohe1x5W/YF6N+G8EMNcmjbcUqQ5upbS1/iCHutyTbLjkVtmUOwoMZ5U6dogoRA0V1KAl/FK+7HEx6sXT1dv1zJ6EUMci4xuLvaAHX/M+0PZ/sNXO0RgorADkXhBTIOSMph+/q1sZEBBD+SOlwp2Mcj8Xc6LAbnCalHNArEXkNa1M15PV2Tp+iQHk/fxy939xvRwNjxayHHyPeA/sUysWq7yC5pOnssWA6udnOeWoTd5YB/U/wjHUeKn/855ix+0c36RMJVnYlgnS/Ickesj75LuFUAEvuv/CY+2VeeHfeGyJ2vYUdhXclI//TSe1AgoIxK5vsgoGsNAzeTLvUwNSBiwIMJAnbJrZ45rhkpsTtxR+QsAn3zUNIU/w5gSoBl1YACVdyZZD7XHdfwVo1JaZcVJ7IUvTHbVJvCORM7comus2kQGCbfVJMJMIl7jjHWQaUuGebsvT5ljKh269qoOTpSZPrJ1lOEtaxuJPiZuar4lo+BJ+Zh+9YSWH8VogjUf+EHikOp0v1qLaiMGxOUBrZGGgCoG+OwlZsQyDew7D191FzlW8SOikyPbAVQCml1FUhRacBHFa3B/9o3R2iInMUIomFCp8DTyu20UXogTKN6E/iLzSwjo5H1dvrk1pdQC5ocbwPEv/nbo=]]></Encrypt></xml>',
    heard: {
      event: 'subscriptions',
      kind: 'popup',
      openid: 'oTest_anna',
      at: '1795395600',
      items: [
        {
          TemplateId: 'tmplOnce',
          SubscribeStatusString: 'accept',
        },
      ],
    },
  },
];
