// What the soak asks of a window: each order has a name, what goes in, and what comes back.

/** An edit by offsets in UTF-16 code units into the document's text. */
export interface PlainEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a window weighs, with everything shut and after the garbage was collected. */
export interface Weight {
  /** Bytes of the extension host's JavaScript heap. */
  readonly heap: number;
  /** How many objects of these classes are alive in the extension host, VS Code's own extensions' among them. */
  readonly disposables: number;
  readonly emitters: number;
  /** How many documents VS Code still holds; it lets them go some minutes after they were closed. */
  readonly documents: number;
}

/** Files are named by their paths in the workspace folder. */
export interface Orders {
  /** Opens a file in an editor; answers the document's text. */
  open(file: string): Promise<string>;
  /** Answers a document's text. */
  text(file: string): Promise<string>;
  /** Changes a document through its editor; answers the text then. */
  edit(file: string, edits: readonly PlainEdit[]): Promise<string>;
  /** Puts the cursor somewhere and types, character by character. */
  type(file: string, at: number, words: string): Promise<string>;
  /** Takes the last change back, or makes it again. */
  undo(file: string): Promise<string>;
  redo(file: string): Promise<string>;
  save(file: string): Promise<void>;
  /** Reads a document anew from the disk, in case the window did not notice. */
  revert(file: string): Promise<string>;
  /** Applies the first fix of a problem that changes this file alone, if there is one; `nth` chooses the problem. */
  fix(
    file: string,
    nth: number,
  ): Promise<{ readonly title: string; readonly edits: readonly PlainEdit[]; readonly text: string } | undefined>;
  rename(file: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  command(name: string, file?: string): Promise<void>;
  configure(name: string, value: unknown): Promise<void>;
  /** Shuts the panel, if one is there. */
  shutPanel(): Promise<boolean>;
  /** The locale that the panel shows. */
  panelLocale(): Promise<string | undefined>;
  /** Asks for all that VS Code asks for while somebody looks at a file. */
  look(file: string, at: number): Promise<number>;
  /** Closes editors that are saved, or all. */
  closeEditors(): Promise<void>;
  weigh(): Promise<Weight>;
  /** Promises that failed and that nobody caught, with their stacks. */
  uncaught(): Promise<readonly string[]>;
}

export interface Order {
  readonly id: number;
  readonly name: keyof Orders;
  readonly input: readonly unknown[];
}

export interface Answer {
  readonly id: number;
  readonly output?: unknown;
  readonly error?: string;
}
