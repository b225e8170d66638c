// The field in which one writes a row's translation, in Markdown, with the source's placeables to put in.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Refusal, TextState } from '../protocol/messages.js';
import type { Actions } from './actions.js';
import { directionOf } from './direction.js';
import { offersView } from './offersView.js';
import { placeableIcons } from './words.js';
import { isUsed, openOffers, type WritingField } from './writing.js';

/** Ctrl+1 to Ctrl+9 put these in. */
const mostKeys = 9;

export function writingView(field: WritingField, target: TextState, actions: Actions): TemplateResult {
  const { locale, dir, name } = target;
  return html`<div class="writing">
    <textarea aria-label=${`${name}, in Markdown`} lang=${locale || nothing} dir=${directionOf(field.text, dir)} rows="1" spellcheck="true" .value=${live(field.text)} @input=${(event: Event) => actions.write((event.target as HTMLTextAreaElement).value)}></textarea>
    ${refusalView(field, actions)}
    ${offersView(openOffers(field), target, actions)}
    <div class="tools">
      <div class="chips" role="group" aria-label="Put in from the source">
        ${field.chips.map(
          (
            chip,
            i,
          ) => html`<button class="chip${isUsed(chip, field.text) ? ' used' : ''}" data-number=${chip.number} title=${`${chip.markdown}${i < mostKeys ? ` (Ctrl+${i + 1})` : ''}`} @click=${() => actions.putIn(i)}>
            <span class="chip-number">${chip.number}</span><span class="codicon codicon-${placeableIcons[chip.kind]}" aria-hidden="true"></span><span class="chip-label">${chip.label}</span>
            ${isUsed(chip, field.text) ? html`<span class="heard">(already there)</span>` : nothing}
          </button>`,
        )}
        ${field.leap === undefined ? nothing : html`<span class="leap" role="status">Write the link’s words; <kbd>Tab</kbd> goes on behind it</span>`}
      </div>
      <div class="writing-actions">
        <button class="fix" @click=${() => actions.saveWriting(true)}>Save and go on <kbd>Ctrl+Enter</kbd></button>
        <button class="fix secondary" title="Save (Ctrl+S)" @click=${() => actions.saveWriting(false)}>Save</button>
        <button class="fix secondary" title="Leave (Escape); what you wrote stays here as a draft" @click=${() => actions.leaveWriting()}>Leave</button>
        ${field.text === field.was || field.text === field.began ? nothing : html`<button class="fix secondary" title="Discard what I wrote" aria-label="Discard what I wrote" @click=${() => actions.discardWriting()}><span class="codicon codicon-discard" aria-hidden="true"></span></button>`}
      </div>
    </div>
  </div>`;
}

/** Why a text was not saved, for people. */
const refusals: Readonly<Record<Exclude<Refusal['kind'], 'changed'>, string>> = {
  gone: 'Not saved: this row is gone from the file, or its text cannot be written here. What you wrote stays here until you discard it.',
  empty: 'Not saved: there is no text here. To delete this text, delete it in the file.',
  busy: 'Not saved: somebody was typing in the file. What you wrote is still here. Save it again.',
  'not-applied':
    'Not saved: VS Code did not change the file. Check that the file is there and can be written to. What you wrote is still here. Then save it again.',
};

/** The file changed under the writer's hands, or cannot be changed: nothing is overwritten unasked, and nothing is lost. */
function refusalView({ refused }: WritingField, actions: Actions): TemplateResult | typeof nothing {
  if (refused === undefined) return nothing;
  if (refused.kind !== 'changed')
    return html`<div class="problem warning" role="alert"><p class="message">${refusals[refused.kind]}</p></div>`;
  return html`<div class="problem warning" role="alert">
    <div class="what">
      <p class="message">The file has changed meanwhile; it now says: <q>${refused.now}</q></p>
      <button class="fix" @click=${() => actions.overrule(true)}>Keep mine</button>
      <button class="fix secondary" @click=${() => actions.overrule(false)}>Take the file’s</button>
    </div>
  </div>`;
}
