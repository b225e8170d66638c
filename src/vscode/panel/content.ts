// From the workspace's answers to what the panel shows.
import * as vscode from 'vscode';
import { buildPanel, type Panel, type PanelText } from '../../core/view/buildPanel.js';
import type { FacingIssue, FacingText, Review } from './model.js';
import { pictureAddress } from './pictures.js';
import type { Siblings } from './siblings.js';

/** What the panel shows of a translation at one moment. */
export interface Content extends Panel {
  readonly issue: FacingIssue;
  readonly review: Review;
}

/** Computes what `webview` is to show of a reviewed translation. */
export function contentOf(issue: FacingIssue, review: Review, siblings: Siblings, webview: vscode.Webview): Content {
  const panel = buildPanel({
    issue: { number: issue.number, title: issue.title },
    source: panelText(review.source),
    target: panelText(review.target),
    translations: issue.translations.map((text) => ({ ...panelText(text), progress: siblings.progressOf(text.uri) })),
    alignment: review.alignment,
    problems: review.problems,
    sourceImage: pictureAddress(webview, review.source.uri),
    targetImage: pictureAddress(webview, review.target.uri),
  });
  return { ...panel, issue, review };
}

function panelText({ uri, locale }: FacingText): PanelText {
  return { id: uri.toString(), label: vscode.workspace.asRelativePath(uri, false), locale };
}
