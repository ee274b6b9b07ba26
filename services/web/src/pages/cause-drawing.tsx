import type { ReactNode } from 'react';
import type { Diagnosis } from '../api/types';

type Cause = Diagnosis['cause'];

/** What is missing, or where the next step is: in the app's own colour and not drawn through. */
const Accent = ({ children, through = false }: { children: ReactNode; through?: boolean }) => (
  <g style={{ color: 'var(--mantine-primary-color-light-color)' }} {...(!through && { strokeDasharray: '3 3' })}>
    {children}
  </g>
);

const Page = ({ x, y = 12 }: { x: number; y?: number }) => (
  <>
    <rect x={x} y={y} width="32" height="40" rx="4" />
    <path d={`M${x} ${y + 10}h32M${x + 7} ${y + 19}h18M${x + 7} ${y + 26}h18M${x + 7} ${y + 33}h11`} />
  </>
);
const Instagram = ({ x, y = 18 }: { x: number; y?: number }) => (
  <>
    <rect x={x} y={y} width="28" height="28" rx="8" />
    <circle cx={x + 14} cy={y + 14} r="7" />
    <path d={`M${x + 22} ${y + 6}h.01`} strokeDasharray="none" />
  </>
);
const Person = ({ x, y = 14 }: { x: number; y?: number }) => (
  <>
    <circle cx={x + 14} cy={y + 8} r="8" />
    <path d={`M${x} ${y + 36}c0-9 6-15 14-15s14 6 14 15z`} />
  </>
);
const Line = ({ from, to, y = 32 }: { from: number; to: number; y?: number }) => <path d={`M${from} ${y}H${to}`} />;
const Arrow = ({ from, to, y = 32 }: { from: number; to: number; y?: number }) => (
  <path d={`M${from} ${y}H${to}m-5-5l5 5l-5 5`} strokeDasharray="none" />
);
const Box = ({ x, y, ticked = false }: { x: number; y: number; ticked?: boolean }) => (
  <>
    <rect x={x} y={y} width="13" height="13" rx="3" strokeDasharray="none" />
    {ticked && <path d={`M${x + 3} ${y + 7}l3 3l5-6`} />}
  </>
);

const drawings: Readonly<Record<Cause, ReactNode>> = {
  no_page: (
    <>
      <Instagram x={8} />
      <Accent>
        <Line from={42} to={72} />
        <Page x={78} />
      </Accent>
    </>
  ),
  page_without_instagram: (
    <>
      <Page x={8} />
      <Accent>
        <Line from={46} to={76} />
        <Instagram x={82} />
      </Accent>
    </>
  ),
  page_not_ticked: (
    <>
      <Page x={62} />
      <Accent through>
        <Box x={30} y={25} />
      </Accent>
    </>
  ),
  instagram_not_ticked: (
    <>
      <Box x={8} y={25} ticked />
      <Page x={26} />
      <Accent through>
        <Box x={68} y={25} />
      </Accent>
      <Instagram x={86} />
    </>
  ),
  permissions_not_ticked: (
    <>
      <Box x={26} y={6} ticked />
      <Line from={48} to={94} y={13} />
      <Box x={26} y={26} ticked />
      <Line from={48} to={94} y={33} />
      <Accent through>
        <Box x={26} y={46} />
        <Line from={48} to={94} y={53} />
      </Accent>
    </>
  ),
  personal_account: (
    <>
      <Person x={10} />
      <Accent through>
        <Arrow from={46} to={66} />
        <Instagram x={74} y={20} />
        <path d="M110 6l2 4.3l4.7.6l-3.4 3.3l.8 4.7l-4.1-2.2l-4.1 2.2l.8-4.7l-3.4-3.3l4.7-.6z" />
      </Accent>
    </>
  ),
  expected_not_offered: (
    <>
      <Person x={10} />
      <Accent through>
        <path d="M48 26h24m-5-5l5 5l-5 5M72 40H48m5-5l-5 5l5 5" />
      </Accent>
      <Accent>
        <Person x={82} />
      </Accent>
    </>
  ),
  placeholder_page: (
    <>
      <Instagram x={46} />
      <g strokeDasharray="1 4">
        <Page x={4} />
      </g>
      <Accent through>
        <Line from={74} to={84} />
        <Page x={84} />
      </Accent>
    </>
  ),
  page_in_portfolio: (
    <>
      <path d="M6 18h64v38H6zM28 18v-8h20v8" />
      <path d="M28 26h20v24H28zM28 33h20" />
      <Accent through>
        <circle cx="88" cy="32" r="8" />
        <path d="M96 32h20v7M108 32v6" />
      </Accent>
    </>
  ),
  on_another_page: (
    <>
      <Box x={1} y={26} ticked />
      <Page x={17} />
      <Instagram x={53} />
      <Accent through>
        <Line from={81} to={87} />
        <Page x={87} />
      </Accent>
    </>
  ),
  page_access_missing: (
    <>
      <Page x={22} />
      <Accent through>
        <rect x="72" y="30" width="26" height="20" rx="4" />
        <path d="M77 30v-6a8 8 0 0 1 16 0v6M85 38v5" />
      </Accent>
    </>
  ),
  no_channel: (
    <>
      <Person x={8} />
      <Accent>
        <Line from={42} to={66} />
        <rect x="72" y="18" width="40" height="28" rx="8" />
        <path d="M88 26l10 6l-10 6z" />
      </Accent>
    </>
  ),
  consent_refused: (
    <>
      <rect x="24" y="6" width="72" height="52" rx="6" />
      <path d="M24 18h72M34 28h40" />
      <rect x="34" y="40" width="22" height="10" rx="5" />
      <Accent through>
        <path d="M70 39l11 11m0-11l-11 11" />
      </Accent>
    </>
  ),
};

/** The cause at a glance; the words beside it say the same, so nobody has to see it. */
export default function CauseDrawing({ cause }: { cause: Cause }) {
  return (
    <svg
      viewBox="0 0 120 64"
      width="120"
      height="64"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ color: 'var(--mantine-color-dimmed)', flexShrink: 0 }}
      data-cause={cause}
      aria-hidden
    >
      {drawings[cause]}
    </svg>
  );
}
