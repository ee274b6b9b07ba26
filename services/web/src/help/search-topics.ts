import { codesOf } from './topic-of';
import { topics, type HelpTexts, type HelpTopic } from './topics';

/** Topics that hold every word, wherever it stands; the code of an error finds its topic, too. */
export function searchTopics(texts: HelpTexts, query: string): HelpTopic[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (Object.keys(topics) as HelpTopic[]).filter((topic) => {
    const { title, text, steps } = texts[topic];
    const all = [title, text, ...steps, ...codesOf(topic)].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
