import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { isSignedOut } from '../../api/session';
import type { OwnApplication } from '../../api/types';
import { applicationQuery } from './application-query';

export type Typed = Pick<OwnApplication, 'name' | 'email' | 'fields'>;
/** What was typed on this page and is not kept yet: everything else may be older than what another one has sent. */
type Own = Partial<Typed>;

const nothing: Own = {};
/** After the last key. */
const pauseMs = 250;

/**
 * What is in the form: what the service has, and over it what was typed here. That is kept at the service a moment after
 * the last key, also when the page is left before. What could not be kept is tried again as soon as there is a way.
 */
export function useDraft(given: OwnApplication, readAt: number) {
  const queries = useQueryClient();
  const { id } = given;
  // What was just kept is in it at once, and only a moment later in what the page around this one hands on.
  const { data: latest } = useQuery({ ...applicationQuery, enabled: false });
  const application = latest?.id === id ? latest : given;
  const [own, setOwn] = useState(nothing);
  const [error, setError] = useState<Error | null>(null);
  const save = useMutation({
    // A request that is kept alive reaches the service also from a page that is left at this moment.
    mutationFn: (change: Own) =>
      answerOf(api.PATCH('/v1/applications/{id}', { params: { path: { id } }, body: change, keepalive: true })),
    onSuccess: async (fresh, change) => {
      // What is being read may be of the time before.
      await queries.cancelQueries({ queryKey: applicationQuery.queryKey });
      queries.setQueryData(applicationQuery.queryKey, fresh);
      setError(null);
      setOwn((typed) => without(typed, change));
    },
    onError: (failure) => setError(failure),
  });
  const onItsWay = useRef<Promise<unknown>>(undefined);
  const send = (change: Own) => {
    const sent = save.mutateAsync(change);
    onItsWay.current = sent.catch(() => undefined);
    return sent;
  };

  const isSent = save.variables === own;
  const isKept = own === nothing;
  const isDue = !isKept && !save.isPending && (!isSent || isWorthAnother(save.error, save.submittedAt, readAt));
  const sendOwn = useEffectEvent(() => {
    // It may have been withdrawn, or another one begun in another tab: that one has words of its own.
    const isStillThis = queries.getQueryData<OwnApplication>(applicationQuery.queryKey)?.id === id;
    if (isStillThis) void send(own).catch(() => undefined);
  });
  useEffect(() => {
    if (!isDue) return;
    const soon = setTimeout(() => sendOwn(), pauseMs);
    return () => clearTimeout(soon);
  }, [isDue, own]);
  const leave = useEffectEvent(() => {
    if (!isKept && !(isSent && save.isPending)) sendOwn();
  });
  useEffect(() => {
    const left = () => leave();
    window.addEventListener('pagehide', left);
    return () => {
      window.removeEventListener('pagehide', left);
      left();
    };
  }, []);

  const isInDanger = error !== null && !isKept;
  useEffect(() => {
    if (!isInDanger) return;
    // The browser asks whether to leave all the same.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isInDanger]);

  /** Of one field, named as in the form. */
  const change = (field: string, value: string) =>
    setOwn((before) =>
      field === 'name' || field === 'email'
        ? { ...before, [field]: value }
        : { ...before, fields: { ...before.fields, [field.replace('fields.', '')]: value } },
    );
  /** Now, and nothing more afterwards. */
  const keep = async (last: Typed) => {
    await onItsWay.current;
    setOwn(last);
    return send(last);
  };
  return { typed: typedOver(application, own), change, keep, error };
}

export type Draft = ReturnType<typeof useDraft>;

const typedOver = ({ name, email, fields }: OwnApplication, own: Own): Typed => ({
  name: own.name ?? name,
  email: own.email ?? email,
  fields: { ...fields, ...own.fields },
});

function without({ name, email, fields }: Own, kept: Own): Own {
  const others = Object.entries(fields ?? {}).filter(([key, value]) => kept.fields?.[key] !== value);
  const rest = {
    ...(name !== undefined && name !== kept.name && { name }),
    ...(email !== undefined && email !== kept.email && { email }),
    ...(others.length > 0 && { fields: Object.fromEntries(others) }),
  };
  return Object.keys(rest).length > 0 ? rest : nothing;
}

/** Once the service answers again, and knows the applicant: whatever else it refused, it would refuse again. */
function isWorthAnother(error: Error | null, triedAt: number, readAt: number): boolean {
  if (!(error instanceof ProblemError) || !(error.passes || isSignedOut(error))) return false;
  return readAt > Math.max(triedAt, error.retryAt?.getTime() ?? 0);
}
