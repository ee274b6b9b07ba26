import { createContext, lazy, Suspense, use, useState, type ReactNode } from 'react';
import { ProblemError } from '../api/problem';
import { useKnownSession } from '../api/session';

const MemberProof = lazy(() => import('./member-proof'));
const OwnProof = lazy(() => import('./own-proof'));

type WithProof = <T>(work: () => Promise<T>) => Promise<T>;

const Proof = createContext<WithProof>((work) => work());

/** Wraps a change that may need a fresh proof of who is there: asks for it when the server says so, then goes on. */
export const useProof = () => use(Proof);

interface Waiting {
  proven(): void;
  gaveUp(error: unknown): void;
}

export function StepUp({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<Waiting>();
  const Question = useKnownSession()?.kind === 'influencer' ? OwnProof : MemberProof;
  const withProof: WithProof = async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'request.step_up_needed')) throw error;
      await new Promise<void>((proven, gaveUp) => {
        setWaiting({ proven, gaveUp: () => gaveUp(error) });
      }).finally(() => setWaiting(undefined));
      return work();
    }
  };
  return (
    <Proof value={withProof}>
      {children}
      {waiting && (
        <Suspense fallback={null}>
          <Question onProven={waiting.proven} onClose={() => waiting.gaveUp(undefined)} />
        </Suspense>
      )}
    </Proof>
  );
}
