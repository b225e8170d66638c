// Posts that may translate one another, and which of them do: those of a workspace, or of one folder outside it.
import type { Uri } from 'vscode';
import { sameLanguage } from '../core/language/locale.js';
import { pairPosts } from '../core/pair/pair.js';
import type { PairedIssue, PairedPost, Pairing, PostFacts } from '../core/pair/pairing.js';
import { buildSite, type SiteIndex } from '../core/site/siteIndex.js';
import { newWork } from './work.js';

/** Where an issue's text stands among the others. */
export interface Place {
  readonly facts: PostFacts;
  /** Undefined if it belongs to nothing. */
  readonly issue: PairedIssue | undefined;
  /** Itself, if it is one. */
  readonly translation: PairedPost | undefined;
  /** Whether it is a translation whose source was looked for everywhere and not found. */
  readonly sourceMissing: boolean;
}

interface Paired {
  readonly pairing: Pairing;
  readonly sourceLocale: string | undefined;
  readonly places: ReadonlyMap<string, Place>;
}

/** Files are named by their URI's text here; pairing names them by `PostFacts.path`. */
export class PostPool {
  /** Whether all files were read: only then is a source that was not found missing. */
  complete = false;
  private readonly entries = new Map<string, { readonly uri: Uri; readonly facts: PostFacts }>();
  private readonly byPath = new Map<string, Uri>();
  private paired: Paired | undefined;
  /** Posts whose links are others than those they were paired by. */
  private readonly outdated = new Set<string>();
  private site: { readonly index: SiteIndex; readonly of: Paired; readonly siteUrls: string } | undefined;
  /** Posts whose headings, anchors or front matter are others than those that the site was built of. */
  private readonly changedPages = new Set<string>();

  /** @param work counts how often is paired */
  constructor(private readonly work = newWork()) {}

  /**
   * Adds a post, or what has become of it.
   * @param isBeingEdited then its links don't count until it is saved: pairing many posts anew with every key that is
   * pressed in an address would cost more than it tells
   */
  set(uri: Uri, facts: PostFacts, isBeingEdited = false): void {
    const key = uri.toString();
    const known = this.entries.get(key)?.facts;
    this.entries.set(key, { uri, facts });
    if (known && known.path !== facts.path) this.byPath.delete(known.path);
    this.byPath.set(facts.path, uri);
    if (known && known !== facts && !samePage(known, facts)) this.changedPages.add(key);
    if (!isBeingEdited && this.changedPages.delete(key)) this.site = undefined;
    if (known && sameButLinks(known, facts)) {
      if (known !== facts && known.links.join(' ') !== facts.links.join(' ')) this.outdated.add(key);
      if (isBeingEdited || !this.outdated.has(key)) return;
    }
    this.outdated.delete(key);
    this.paired = undefined;
  }

  has(uri: Uri): boolean {
    return this.entries.has(uri.toString());
  }

  /** Answers whether the post was there. */
  delete(uri: Uri): boolean {
    const was = this.entries.get(uri.toString());
    if (!was) return false;
    this.entries.delete(uri.toString());
    this.byPath.delete(was.facts.path);
    this.paired = undefined;
    return true;
  }

  /** The posts in a folder, at any depth. */
  under(folder: Uri): Uri[] {
    const prefix = `${folder.toString().replace(/\/$/, '')}/`;
    return [...this.entries].filter(([key]) => key.startsWith(prefix)).map(([, { uri }]) => uri);
  }

  /** What translates what. @param sourceLocale BCP 47; undefined to work it out */
  pairing(sourceLocale: string | undefined): Pairing {
    return this.pairedBy(sourceLocale).pairing;
  }

  /** What the posts tell of the site that they make up. @param siteUrls see `ProjectRules.siteUrls` */
  siteOf(sourceLocale: string | undefined, siteUrls: readonly string[]): SiteIndex {
    const of = this.pairedBy(sourceLocale);
    const urls = siteUrls.join(' ');
    if (this.site?.of !== of || this.site.siteUrls !== urls) {
      const latest = new Map([...this.entries.values()].map(({ facts }) => [facts.path, facts]));
      this.site = { index: buildSite(of.pairing, siteUrls, (path) => latest.get(path)), of, siteUrls: urls };
    }
    return this.site.index;
  }

  /** Where the post at `uri` stands; undefined if it is not here, or no issue's text. */
  placeOf(uri: Uri, sourceLocale: string | undefined): Place | undefined {
    const facts = this.entries.get(uri.toString())?.facts;
    return facts && this.pairedBy(sourceLocale).places.get(facts.path);
  }

  /** The file that pairing calls `path`. */
  uriOf(path: string): Uri | undefined {
    return this.byPath.get(path);
  }

  private pairedBy(sourceLocale: string | undefined): Paired {
    if (this.paired && this.paired.sourceLocale === sourceLocale) return this.paired;
    this.work.paired++;
    const pairing = pairPosts(
      [...this.entries.values()].map(({ facts }) => facts),
      { sourceLocale },
    );
    this.paired = { pairing, sourceLocale, places: placesOf(pairing, this.complete) };
    return this.paired;
  }
}

function sameButLinks(a: PostFacts, b: PostFacts): boolean {
  return JSON.stringify({ ...a, links: [], page: {} }) === JSON.stringify({ ...b, links: [], page: {} });
}

function samePage(a: PostFacts, b: PostFacts): boolean {
  return JSON.stringify(a.page) === JSON.stringify(b.page);
}

/** Where each post stands, by its path. @param complete whether all files were read */
export function placesOf(pairing: Pairing, complete: boolean): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const issue of pairing.issues) {
    places.set(issue.source.path, { facts: issue.source, issue, translation: undefined, sourceMissing: false });
    for (const translation of issue.translations) {
      places.set(translation.post.path, { facts: translation.post, issue, translation, sourceMissing: false });
    }
  }
  for (const { post } of pairing.unpaired) {
    const isTranslation = post.locale !== undefined && !sameLanguage(post.locale, pairing.sourceLocale);
    places.set(post.path, {
      facts: post,
      issue: undefined,
      translation: undefined,
      sourceMissing: complete && isTranslation,
    });
  }
  return places;
}
