/** What the platform below us must do. Pages and kernel know only this; one file a platform implements it. */
export interface Platform {
  readonly name: 'weapp' | 'alipay' | 'h5';
  /** Whether the platform's own bar leads back from a page. */
  readonly ownBack: boolean;
  /** What has to be set up once, when the app starts. */
  start?: () => void;
  storage: Storage;
  request: Request;
  network: Network;
  signIn: SignIn;
  files: Files;
  show: Show;
  /** Picking and sending what is attached. Absent where the platform cannot. */
  attach?: Attach;
  /** What the QR code says; undefined when the person turned back. Absent where there is no camera to ask. */
  scan?: () => Promise<string | undefined>;
  /** Where the phone is, asked once and in the foreground; undefined when the person or the phone will not say. Absent where nothing can tell. */
  locate?: () => Promise<Fix | undefined>;
  /**
   * WeChat's prompt for messages, right after a tap; what was said of each template's id. Empty where the platform did not ask.
   * Absent where nobody can be asked.
   */
  subscribe?: (offers: readonly Asked[]) => Promise<Record<string, Answer>>;
  dial: (number: string) => void;
  /** Puts a text where it can be pasted from. Rejects where the platform will not. */
  copy: (text: string) => Promise<void>;
  /** A page's address (`/votes/receipt/index?…`) as another phone can open it; on a mini-program it is opened by its own scanner. */
  linkTo: (path: string) => string;
  /** Prints what is on the screen. Absent where nothing can be printed. */
  print?: () => void;
  /** Draws a picture on this device and hands it to the person: a download on H5, the share menu on WeChat. Nothing is sent. Absent where it cannot be drawn. */
  keepPicture?: (picture: Picture) => Promise<void>;
  text: TextSize;
  /** Unpredictable bytes, for codes that nobody may guess. */
  random: (length: number) => Promise<Uint8Array>;
  /** Absent where the platform cannot speak. */
  speech?: { say: (words: string, done: () => void) => void; stop: () => void };
  /** Absent where the platform asks for no authorization of its own. */
  privacy?: Privacy;
}

/** A template that is asked for: WeChat's id, and what it is about. */
export interface Asked {
  id: string;
  says: string;
}
export type Answer = 'accept' | 'reject' | 'ban' | 'filter';

/** Small texts by key, kept on the device and read at once. */
export interface Storage {
  read: (key: string) => string | undefined;
  write: (key: string, value: string) => void;
  remove: (key: string) => void;
}

export interface Sent {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
}
/** `header` looks a response header up by its lower-case name. */
export interface Answered {
  status: number;
  body: unknown;
  header: (name: string) => string | undefined;
}
/** Rejects when no answer came back (no network, time-out). */
export type Request = (sent: Sent) => Promise<Answered>;

export interface Network {
  /** Calls `back` each time the network returns. */
  onReturn: (back: () => void) => void;
}

/** A place: degrees in the datum of China's maps (which are shifted; what a browser tells is turned into it), and metres it may be off by. */
export interface Fix {
  lat: number;
  lng: number;
  accuracy: number;
  datum: 'gcj02';
}

/** A demo person of the local cloud, where no WeChat is there to say who is signing in. */
export interface DemoPerson {
  key: string;
  name: string;
  says: string;
}
export interface SignIn {
  /** A one-time code for our sign-in route. `person` only where `people` is given. */
  loginCode: (person?: string) => Promise<string>;
  /** Whom to sign in as: only where the platform has no account of its own (H5 against the local cloud). */
  people?: () => Promise<DemoPerson[]>;
  /** A one-time phone code for `person`; on WeChat the code comes from a button's `onGetPhoneNumber` instead. */
  phoneCode?: (person: string) => Promise<string>;
}

export interface PickedFile {
  name: string;
  bytes: ArrayBuffer;
}
export interface Files {
  /** Lets the person pick one file with one of the endings (`xlsx`, `csv`); undefined when they turned back. Absent where the platform cannot. */
  pick?: (endings: readonly string[]) => Promise<PickedFile | undefined>;
  /** Saves or opens a document: a download on H5, the document viewer with its share menu on WeChat. */
  open: (file: { name: string; mediaType: string; base64: string }) => Promise<void>;
  /** Keeps a text as a file. Absent where nothing can be kept as a file that is no document. */
  save?: (name: string, text: string) => void;
}

/** Opening what lies in the store of files, by an address that was signed for it. */
export interface Show {
  /** A picture alone on the screen. */
  picture: (url: string) => void;
  /** A document in the platform's own viewer; a download on H5. Rejects when it did not arrive. `ending`: `pdf`, `docx`, `xlsx`. */
  document: (file: { url: string; ending: string }) => Promise<void>;
}

/** A file that was picked: where it lies on this device, and its size in bytes. */
export interface Attached {
  path: string;
  name: string;
  bytes: number;
}
export interface Attach {
  /** From the album or the camera; undefined when the person turned back. */
  picture: () => Promise<Attached | undefined>;
  /** A document; undefined when the person turned back. */
  document: () => Promise<Attached | undefined>;
  /** Sends it as a form, told of how far it is in per cent; resolves to the status. Rejects when the line broke. */
  send: (
    form: { url: string; fields: Record<string, string>; path: string },
    progress: (percent: number) => void,
  ) => Promise<number>;
}

/** One part of a picture, in px of the picture, from its upper left. */
export type Stroke =
  | { box: readonly [x: number, y: number, width: number, height: number]; colour: string }
  | { words: string; at: readonly [x: number, y: number]; size: number; bold?: true; colour: string };
export interface Picture {
  name: string;
  width: number;
  height: number;
  strokes: readonly Stroke[];
}

export interface TextSize {
  /** The reader's text size over the platform's usual one; 1 when unknown. */
  factor: () => number;
  /** The setting in px as WeChat counts it (17 is usual, 22 and more is large). */
  setting: () => number;
}

/** Answers WeChat's question whether the person agreed; `agreeButton` is the id of the button that was tapped. */
export type PrivacyAnswer = (agreed: boolean, agreeButton: string) => void;
export interface Privacy {
  /** Calls `ask` each time WeChat wants an agreement before it gives an interface. */
  onAsked: (ask: (answer: PrivacyAnswer) => void) => void;
  /** Opens the platform's own copy of the privacy guide. */
  openGuide: () => void;
}
