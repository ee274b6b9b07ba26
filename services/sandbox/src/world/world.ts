import { Following } from './following';
import { Inhabitants } from './inhabitants';
import { InstagramPosts } from './instagram-posts';
import { TikTokVideos } from './tiktok-videos';
import { Timeline } from './timeline';
import { YouTubeAnalytics } from './youtube-analytics';
import { YouTubeVideos } from './youtube-videos';

/**
 * The computed world: who is in it stands in the persona lists or follows from seed and index, what they
 * post from seed and clock.
 */
export class World {
  readonly inhabitants: Inhabitants;
  readonly following: Following;
  readonly instagram: InstagramPosts;
  readonly tiktok: TikTokVideos;
  readonly youtube: YouTubeVideos;
  readonly youtubeAnalytics: YouTubeAnalytics;

  constructor(
    readonly seed: string,
    startedAt: () => number,
    /** Accounts of the generated world on each platform. */
    size: () => number = () => 0,
  ) {
    this.inhabitants = new Inhabitants(seed, size);
    this.following = new Following(seed, startedAt);
    const timeline = new Timeline(seed, startedAt);
    this.instagram = new InstagramPosts(seed, timeline);
    this.tiktok = new TikTokVideos(seed, timeline);
    this.youtube = new YouTubeVideos(seed, timeline);
    this.youtubeAnalytics = new YouTubeAnalytics(seed, this.youtube);
  }
}
