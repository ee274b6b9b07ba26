import { createContext, use, useRef, useState, type ReactNode } from 'react';
import { ProblemError } from '../api/problem';
import { useKnownSession } from '../api/session';
import { focusAgain } from './focus-again';
import { lazyPart } from './lazy-part';

const MemberProof = lazyPart('member-proof', () => import('./member-proof'));
const OwnProof = lazyPart('own-proof', () => import('./own-proof'));

type WithProof = <T>(work: () => Promise<T>) => Promise<T>;

const Proof = createContext<WithProof>((work) => work());

/** Wraps a change that may need a fresh proof of who is there: asks for it when the server says so, then goes on. */
export const useProof = () => use(Proof);

interface Question {
  proven(): void;
  gaveUp(): void;
}

export function StepUp({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question>();
  const asked = useRef<Promise<void>>(undefined);
  const Proving = useKnownSession()?.kind === 'influencer' ? OwnProof : MemberProof;
  /** One question for all who wait for its answer. */
  const ask = () =>
    (asked.current ??= new Promise<void>((proven, gaveUp) => setQuestion({ proven, gaveUp })).finally(() => {
      asked.current = undefined;
      setQuestion(undefined);
    }));
  const withProof: WithProof = async (work) => {
    // The button that was pressed: at work it can not hold the focus.
    const pressed = document.activeElement;
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'request.step_up_needed')) throw error;
      try {
        await ask().catch(() => Promise.reject(error));
        return await work();
      } finally {
        focusAgain(pressed);
      }
    }
  };
  return (
    <Proof value={withProof}>
      {children}
      {question && <Proving onProven={question.proven} onClose={question.gaveUp} />}
    </Proof>
  );
}
