import type { AccountInsights, MetricValue, PostInsights, PostInsightsQuery } from '../capabilities/reading';
import { segment } from '../http/host-policy';
import { type FailureNote, PlatformError } from '../platform-error';
import { readItems } from '../schemas';
import type { AccessToken } from '../secret-text';
import type { GraphApi } from './graph-api';
import { edgeSchema } from './graph-paging';
import { insightSchema, type Insight, metricValue } from './instagram-insights.schemas';
import { MEDIA_METRICS } from './instagram-metrics';

const INSIGHT_SCOPES = ['instagram_basic', 'instagram_manage_insights', 'pages_read_engagement'];

interface Question {
  readonly operation: string;
  readonly token: AccessToken;
  readonly objectId: string;
  readonly query?: Readonly<Record<string, string>>;
}

interface Answers {
  readonly values: MetricValue[];
  readonly missing: string[];
  readonly refused: string[];
}

/** Statuses that concern the whole post, whatever metric was asked. */
const POST_STATUS: Partial<Record<FailureNote, Exclude<PostInsights['status'], 'measured'>>> = {
  not_enough_viewers: 'not_enough_viewers',
  before_business_account: 'before_business_account',
  object_missing: 'post_gone',
};

/** Asks for insights so that one refused metric, or one odd post, costs nothing but itself. */
export class InstagramInsights {
  constructor(private readonly graph: GraphApi) {}

  async ofPost(query: PostInsightsQuery): Promise<PostInsights> {
    const set = MEDIA_METRICS[query.post.type];
    const wanted = (metric: string) => !query.without?.includes(metric);
    const question = { operation: 'media_insights', token: query.token, objectId: query.post.id };
    try {
      const answers = await this.askTogether(question, set.plain.filter(wanted));
      const brokenDown = query.breakdowns ? Object.entries(set.brokenDown) : [];
      await this.askBrokenDown(
        question,
        brokenDown.filter(([metric]) => wanted(metric)),
        answers,
      );
      return { status: 'measured', ...answers };
    } catch (error) {
      const note = error instanceof PlatformError ? error.answer.note : undefined;
      const status = note && POST_STATUS[note];
      if (!status) throw error;
      return { status, values: [], missing: [], refused: [] };
    }
  }

  /** Totals of an account; refused metrics are isolated in the same way. */
  async ofAccount(
    question: Question,
    plain: readonly string[],
    brokenDown: readonly (readonly [string, string])[],
  ): Promise<AccountInsights> {
    const answers = await this.askTogether(question, plain);
    await this.askBrokenDown(question, brokenDown, answers);
    return answers;
  }

  /** One call. Throws `metric_gone` with the metrics asked. */
  async ask(question: Question, metrics: readonly string[]): Promise<Insight[]> {
    const edge = await this.graph.call({
      operation: question.operation,
      purpose: 'metrics',
      metrics,
      scopes: INSIGHT_SCOPES,
      path: `/${segment(question.objectId)}/insights`,
      query: { metric: metrics.join(','), ...question.query },
      token: question.token,
      answer: edgeSchema,
    });
    return readItems(insightSchema, edge.data).items;
  }

  private async askTogether(question: Question, metrics: readonly string[]): Promise<Answers> {
    const answers: Answers = { values: [], missing: [], refused: [] };
    if (metrics.length === 0) return answers;
    try {
      collect(answers, metrics, await this.ask(question, metrics));
    } catch (error) {
      if (!isRefusedMetric(error)) throw error;
      // Meta refuses the whole call without saying reliably for which metric.
      for (const metric of metrics) await this.askSingly(question, metric, answers);
    }
    return answers;
  }

  private async askBrokenDown(
    question: Question,
    metrics: readonly (readonly [string, string])[],
    answers: Answers,
  ): Promise<void> {
    for (const [metric, breakdown] of metrics) {
      await this.askSingly({ ...question, query: { ...question.query, breakdown } }, metric, answers);
    }
  }

  private async askSingly(question: Question, metric: string, answers: Answers): Promise<void> {
    try {
      collect(answers, [metric], await this.ask(question, [metric]));
    } catch (error) {
      if (isRefusedMetric(error)) answers.refused.push(metric);
      else if (isTooSmall(error)) answers.missing.push(metric);
      else throw error;
    }
  }
}

/** Refused as such: retired, or not for this kind of object. Says nothing about the grant. */
export function isRefusedMetric(error: unknown): boolean {
  return error instanceof PlatformError && error.kind === 'metric_gone' && error.answer.note === undefined;
}

/** Too few viewers or followers for a value. */
export function isTooSmall(error: unknown): boolean {
  return error instanceof PlatformError && error.answer.note === 'not_enough_viewers';
}

function collect(answers: Answers, asked: readonly string[], insights: readonly Insight[]): void {
  for (const metric of asked) {
    const insight = insights.find((candidate) => candidate.name === metric);
    const value = insight && metricValue(insight);
    if (value) answers.values.push(value);
    else answers.missing.push(metric);
  }
}
