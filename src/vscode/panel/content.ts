// From the workspace's answers to what the panel shows.
import * as vscode from 'vscode';
import { buildPanel, type Panel, type PanelText } from '../../core/view/buildPanel.js';
import { RenderCache } from '../../core/view/renderCache.js';
import { RowMemory } from '../../core/view/rowMemory.js';
import type { FacingIssue, FacingText, Review } from './model.js';
import { pictureAddress } from './pictures.js';
import type { Siblings } from './siblings.js';

/** What the panel shows of a translation at one moment. */
export interface Content extends Panel {
  readonly issue: FacingIssue;
  readonly review: Review;
}

/** Remembers what was rendered of each text that the panel shows. */
export class Rendered {
  private readonly caches = new Map<string, RenderCache>();
  private readonly rowsOf = new Map<string, RowMemory>();

  /** The rows of a translation. */
  rows({ uri }: FacingText): RowMemory {
    const key = uri.toString();
    const memory = this.rowsOf.get(key) ?? new RowMemory();
    this.rowsOf.set(key, memory);
    return memory;
  }

  of({ uri }: FacingText): RenderCache {
    const key = uri.toString();
    const cache = this.caches.get(key) ?? new RenderCache();
    this.caches.set(key, cache);
    return cache;
  }
}

/** Computes what `webview` is to show of a reviewed translation. */
export function contentOf(
  issue: FacingIssue,
  review: Review,
  siblings: Siblings,
  webview: vscode.Webview,
  rendered: Rendered,
): Content {
  const panel = buildPanel({
    issue: { number: issue.number, title: issue.title },
    source: panelText(review.source),
    target: panelText(review.target),
    translations: issue.translations.map((text) => ({ ...panelText(text), progress: siblings.progressOf(text.uri) })),
    alignment: review.context.alignment,
    stale: review.context.stale,
    problems: review.problems,
    ignored: review.ignored,
    sourceImage: pictureAddress(webview, review.source.uri),
    targetImage: pictureAddress(webview, review.target.uri),
    caches: {
      source: rendered.of(review.source),
      target: rendered.of(review.target),
      rows: rendered.rows(review.target),
    },
  });
  return { ...panel, issue, review };
}

function panelText({ uri, locale }: FacingText): PanelText {
  return { id: uri.toString(), label: vscode.workspace.asRelativePath(uri, false), locale };
}
