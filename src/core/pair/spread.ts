// Which posts are newsletter issues, before it is known what translates what: those that say so, and those that share their links.
import { addTo } from '../grouped.js';
import type { PostFacts } from './pairing.js';

/** From this share of its links on, a post is the same issue in another language. */
const sameIssue = 0.4;
/** A link that more posts than this have says nothing. */
const mostPosts = 30;
const fewestLinks = 3;

/**
 * The posts, with `isNewsletter` set on those too that share a good part of their links with a post of another
 * language that is known to be one: a translator may write `NLP简报.md` or leave the word out.
 */
export function spreadNewsletters(posts: readonly PostFacts[]): PostFacts[] {
  const holders = new Map<string, PostFacts[]>();
  for (const post of posts) {
    for (const link of post.links) addTo(holders, link, post);
  }
  const known = new Set(posts.filter((post) => post.isNewsletter));
  const waiting = [...known];
  for (let post = waiting.pop(); post; post = waiting.pop()) {
    for (const [other, count] of sharers(post, holders)) {
      const smaller = Math.min(post.links.length, other.links.length);
      if (known.has(other) || other.locale === post.locale || count < fewestLinks || count < smaller * sameIssue)
        continue;
      known.add(other);
      waiting.push(other);
    }
  }
  return posts.map((post) => (known.has(post) === post.isNewsletter ? post : { ...post, isNewsletter: true }));
}

function sharers(post: PostFacts, holders: ReadonlyMap<string, readonly PostFacts[]>): Map<PostFacts, number> {
  const counts = new Map<PostFacts, number>();
  for (const link of post.links) {
    const group = holders.get(link)!;
    if (group.length > mostPosts) continue;
    for (const other of group) if (other !== post) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return counts;
}
