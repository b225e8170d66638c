// Plants that add what the source has not: notes, a foreword, a boilerplate.
import { insertedBehind, type Plant } from '../plant.js';
import { added, type Piece, type PlantableText } from '../text.js';

/** Pieces behind which a paragraph can stand without breaking a list. */
function openPlaces(text: PlantableText): Piece[] {
  return text.pieces.filter((piece, i) => {
    const next = text.pieces.slice(i + 1).find(({ block }) => block !== undefined);
    return (
      piece.block !== undefined &&
      piece.block.kind !== 'image' &&
      (next?.block === undefined || next.block.depth === 0 || next.block.kind === 'heading')
    );
  });
}

const addNotes: Plant = {
  id: 'add-note',
  says: "three notes of the translator's own, each a paragraph",
  plant({ text, random, writer }) {
    const places = random.some(openPlaces(text), 3);
    if (places.length === 0) return undefined;
    return {
      pieces: places.reduce<Piece[]>(
        (pieces, place) => insertedBehind(pieces, place, [added(writer.sentence(60 + random.below(240)))]),
        [...text.pieces],
      ),
    };
  },
};

const addForeword: Plant = {
  id: 'add-foreword',
  says: 'a foreword of two paragraphs',
  plant({ text, writer }) {
    const foreword = [
      added(writer.sentence(200)),
      added(`${writer.sentence(120)} [${writer.phrase(12)}](https://foreword.example/${writer.phrase(8).length})`),
    ];
    return { pieces: insertedBehind(text.pieces, text.pieces[0], foreword) };
  },
};

const addBoilerplate: Plant = {
  id: 'add-boilerplate',
  says: 'a heading, two paragraphs and three links at the end',
  plant({ text, writer }) {
    const links = [1, 2, 3].map((n) => `- [${writer.phrase(10)}](https://about.example/${n})`).join('\n');
    const extra = [`## ${writer.phrase(20)}`, writer.sentence(180), links, writer.sentence(90)].map(added);
    return { pieces: [...text.pieces, ...extra] };
  },
};

export const additionPlants: readonly Plant[] = [addNotes, addForeword, addBoilerplate];
