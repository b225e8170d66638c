// What can be said of an open issue before all others were read: its problems beside what is named like it.
import type { Uri } from 'vscode';
import type { CheckedPost, Found } from './checking.js';
import { engine } from './engine.js';
import type { Services } from './services.js';

type Looking = Pick<Services, 'index' | 'posts' | 'settings'>;

/** Checks open issues early; each state of a text once. */
export class FirstLooks {
  private readonly seen = new WeakMap<
    object,
    { readonly source: object | undefined; readonly checked: Promise<CheckedPost> }
  >();

  constructor(private readonly services: Looking) {}

  /** The problems of the issue at `uri`, as far as they don't hang on the whole tree; undefined once that was read. */
  of(uri: Uri): Promise<CheckedPost | undefined> {
    return this.services.index.beforeReadingOn(() => this.lookAt(uri));
  }

  private async lookAt(uri: Uri): Promise<CheckedPost | undefined> {
    const found = await this.read(uri);
    if (!found) return undefined;
    const { check } = await engine.get();
    const known = this.seen.get(found.post);
    if (known && known.source === found.source) return known.checked;
    this.services.posts.work.checked++;
    const checked = check(found);
    this.seen.set(found.post, { source: found.source, checked });
    return checked;
  }

  private async read(uri: Uri): Promise<Found | undefined> {
    const { index, posts, settings } = this.services;
    const place = await index.earlyPlaceOf(uri);
    const post = place && (await posts.at(uri));
    if (!place || !post) return undefined;
    const sourceUri = place.translation && place.issue && index.uriOf(place.issue.source.path, uri);
    const source = sourceUri && (await posts.at(sourceUri));
    // What the site and the history say comes with the second look.
    return {
      place,
      post,
      source,
      past: undefined,
      site: undefined,
      settings: await settings.of(uri),
      identify: source && (await posts.detector()),
    };
  }
}
