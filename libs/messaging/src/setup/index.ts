export { ensureTopics } from './ensure-topics';
