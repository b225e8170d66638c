// The writer: no text goes before VS Code has said that it is in the file.
import assert from 'node:assert/strict';
import type { HostMessage, PageMessage, Refusal } from '../../../src/protocol/messages.js';
import { Writer } from '../../../src/webview/writer.js';

const translation = 'file:///fr.md';

/** A page with one field open, in which `text` was written. */
function writing(text: string): {
  writer: Writer;
  sent: PageMessage[];
  said: string[];
  focused: string[];
  show(id: string): void;
} {
  let shown = translation;
  const [sent, said, focused]: [PageMessage[], string[], string[]] = [[], [], []];
  const writer = new Writer(
    {
      translation: () => shown,
      send: (message) => sent.push(message),
      draw: () => undefined,
      focusRow: (key) => focused.push(key),
      nextToDo: () => 'next',
      say: (words) => said.push(words),
      showField: () => undefined,
    },
    [],
  );
  writer.edit('k', false);
  writer.receive({ type: 'writing', translation, key: 'k', text: 'old', source: 'source', chips: [] });
  writer.write(text);
  return { writer, sent, said, focused, show: (id) => (shown = id) };
}

const written = (text: string): HostMessage & { type: 'written' } => ({ type: 'written', translation, key: 'k', text });
const refused = (why: Refusal): HostMessage & { type: 'refused' } => ({ type: 'refused', translation, key: 'k', why });
const reasons: Refusal[] = [
  { kind: 'changed', now: 'theirs' },
  { kind: 'gone' },
  { kind: 'empty' },
  { kind: 'busy' },
  { kind: 'not-applied' },
];

describe('the writer', () => {
  before(() => Object.assign(globalThis, { document: { querySelector: () => null } }));
  after(() => Reflect.deleteProperty(globalThis, 'document'));

  it('keeps the text as a draft until it is told that it is written', () => {
    const { writer, sent } = writing('new');
    writer.save(false);
    assert.deepEqual(sent.at(-1), { type: 'write', key: 'k', was: 'old', text: 'new' });
    assert.deepEqual(writer.kept(), [[`${translation} k`, 'old', 'new']]);
    writer.receive(written('new'));
    assert.deepEqual([writer.field, writer.kept()], [undefined, []]);
  });

  for (const why of reasons) {
    it(`keeps the text, in its field, when it is refused: ${why.kind}`, () => {
      const { writer, focused } = writing('new');
      writer.save(true);
      writer.receive(refused(why));
      assert.deepEqual([writer.field?.text, writer.field?.refused], ['new', why]);
      assert.deepEqual(writer.kept(), [[`${translation} k`, 'old', 'new']]);
      assert.deepEqual(focused, [], 'it does not go on');
    });

    it(`keeps the text as a draft when it is refused after its field was left: ${why.kind}`, () => {
      const { writer, said } = writing('new');
      writer.save(false);
      writer.leave();
      writer.receive(refused(why));
      assert.deepEqual(writer.kept(), [[`${translation} k`, 'old', 'new']]);
      assert.match(said.join(), /not saved/);
    });
  }

  it('can save again what VS Code did not apply', () => {
    const { writer, sent } = writing('new');
    writer.save(false);
    writer.receive(refused({ kind: 'not-applied' }));
    writer.save(false);
    assert.equal(sent.filter(({ type }) => type === 'write').length, 2);
    writer.receive(written('new'));
    assert.deepEqual(writer.kept(), []);
  });

  it('keeps what was typed after the text was sent', () => {
    const { writer } = writing('new');
    writer.save(true);
    writer.write('new and newer');
    writer.receive(written('new'));
    assert.deepEqual([writer.field?.was, writer.field?.text], ['new', 'new and newer']);
  });

  it('keeps what was typed after the text was sent, if the field was left or another text is shown', () => {
    for (const away of [
      (page: ReturnType<typeof writing>) => page.writer.leave(),
      (page: ReturnType<typeof writing>) => {
        page.writer.turnAway();
        page.show('file:///zh.md');
      },
    ]) {
      const page = writing('new');
      page.writer.save(false);
      page.writer.write('new and newer');
      away(page);
      page.writer.receive(written('new'));
      assert.deepEqual(page.writer.kept(), [[`${translation} k`, 'new', 'new and newer']]);
    }
  });

  it('leaves the keyboard where it is when a row is written whose field was left', () => {
    const { writer, focused } = writing('new');
    writer.save(true);
    writer.edit('other', false);
    writer.receive({ type: 'writing', translation, key: 'other', text: '', source: '', chips: [] });
    writer.receive(written('new'));
    assert.deepEqual([writer.field?.key, focused, writer.kept()], ['other', [], []]);
  });

  it('opens no field for a row of another text', () => {
    const { writer } = writing('new');
    writer.edit('other', false);
    writer.receive({ type: 'writing', translation: 'file:///zh.md', key: 'other', text: '', source: '', chips: [] });
    assert.equal(writer.field, undefined);
  });
});
