import { InstagramPosts } from './instagram-posts';
import { TikTokVideos } from './tiktok-videos';
import { Timeline } from './timeline';
import { YouTubeAnalytics } from './youtube-analytics';
import { YouTubeVideos } from './youtube-videos';

/** The computed world: who is in it stands in the persona lists, what they post follows from seed and clock. */
export class World {
  readonly instagram: InstagramPosts;
  readonly tiktok: TikTokVideos;
  readonly youtube: YouTubeVideos;
  readonly youtubeAnalytics: YouTubeAnalytics;

  constructor(
    readonly seed: string,
    startedAt: () => number,
  ) {
    const timeline = new Timeline(seed, startedAt);
    this.instagram = new InstagramPosts(seed, timeline);
    this.tiktok = new TikTokVideos(seed, timeline);
    this.youtube = new YouTubeVideos(seed, timeline);
    this.youtubeAnalytics = new YouTubeAnalytics(seed, this.youtube);
  }
}
