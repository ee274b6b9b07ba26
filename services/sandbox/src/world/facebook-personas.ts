export interface FacebookPage {
  number: number;
  name: string;
  category: string;
  /** Number of the one Instagram account linked to it. */
  instagram?: number;
  /** Held by a business portfolio: can be ticked, yet stays out of `/me/accounts` without `business_management`. */
  heldByBusiness?: true;
  /** Made by Facebook itself when the account was upgraded inside Instagram; its person can not use it. */
  placeholder?: true;
}

/** What the person does who simply clicks through the dialog. Whoever plays it may tick otherwise. */
export interface DialogHabits {
  /** Left unticked: permissions by name, Pages and Instagram accounts by number. */
  permissions?: readonly string[];
  pages?: readonly number[];
  instagram?: readonly number[];
  /** Chooses "Cancel". */
  refuses?: true;
}

export interface FacebookPersona {
  id: string;
  number: number;
  name: string;
  shows: string;
  pages: FacebookPage[];
  /** Pages the person may create later (`create-page`), to be seen as "new since the last consent". */
  sparePages: FacebookPage[];
  habits?: DialogHabits;
}

const page = (number: number, name: string, more: Partial<FacebookPage> = {}): FacebookPage => ({
  number,
  name,
  category: 'Digital creator',
  ...more,
});

/** Of the installation itself: not a creator. */
export const AGENCY: FacebookPersona = {
  id: 'agency',
  number: 16,
  name: 'Agency',
  shows: 'Runs the account that the installation looks others up with; its Page token stands from the beginning.',
  pages: [page(1127, 'Agency Page', { instagram: 116 })],
  sparePages: [],
};

export const FACEBOOK_PERSONAS: readonly FacebookPersona[] = [
  {
    id: 'creator-one-page',
    number: 1,
    name: 'Creator One-Page',
    shows: 'Everything in order: one Page with one professional Instagram account and 60 posts.',
    pages: [page(1101, 'One Page', { instagram: 101 })],
    sparePages: [page(1111, 'New Page', { instagram: 110 })],
  },
  {
    id: 'creator-two-pages',
    number: 2,
    name: 'Creator Two-Pages',
    shows: 'Two Pages, each with its own Instagram account: a choice has to be made.',
    pages: [page(1102, 'Kitchen Page', { instagram: 102 }), page(1103, 'Travel Page', { instagram: 103 })],
    sparePages: [],
  },
  {
    id: 'creator-many-pages',
    number: 3,
    name: 'Creator Many-Pages',
    shows: '30 Pages: the list of Pages comes in more than one part.',
    pages: Array.from({ length: 30 }, (_, i) => page(1201 + i, `Page ${i + 1} of many`, { instagram: 201 + i })),
    sparePages: [],
  },
  {
    id: 'creator-no-page',
    number: 4,
    name: 'Creator No-Page',
    shows: 'No Facebook Page at all, although the Instagram account is professional.',
    pages: [],
    sparePages: [page(1107, 'First Page', { instagram: 107 })],
  },
  {
    id: 'creator-page-without-instagram',
    number: 5,
    name: 'Creator Page-Without-Instagram',
    shows: 'A Page that no Instagram account is linked to.',
    pages: [page(1115, 'Lonely Page')],
    sparePages: [],
  },
  {
    id: 'creator-personal-instagram',
    number: 6,
    name: 'Creator Personal-Instagram',
    shows: 'The Instagram account is personal, so the Page shows none.',
    pages: [page(1104, 'Personal Page', { instagram: 104 })],
    sparePages: [],
  },
  {
    id: 'creator-other-profile',
    number: 7,
    name: 'Creator Other-Profile',
    shows: 'Another Facebook profile with another Page: the expected account is not among those offered.',
    pages: [page(1105, 'Other Page', { instagram: 105 })],
    sparePages: [],
  },
  {
    id: 'creator-placeholder-page',
    number: 8,
    name: 'Creator Placeholder-Page',
    shows: 'Only the placeholder Page that Facebook made when the account was upgraded inside Instagram.',
    pages: [page(1108, 'sandbox.placeholder', { instagram: 108, placeholder: true })],
    sparePages: [],
  },
  {
    id: 'creator-business-owned-page',
    number: 9,
    name: 'Creator Business-Owned-Page',
    shows: 'The Page belongs to a business portfolio and is not shared with the app.',
    pages: [page(1109, 'Portfolio Page', { instagram: 109, heldByBusiness: true })],
    sparePages: [],
  },
  {
    id: 'creator-small-audience',
    number: 10,
    name: 'Creator Small-Audience',
    shows: 'Under 100 followers: no demographics; stories with fewer than 5 viewers.',
    pages: [page(1106, 'Small Page', { instagram: 106 })],
    sparePages: [],
  },
  {
    id: 'creator-page-not-ticked',
    number: 11,
    name: 'Creator Page-Not-Ticked',
    shows: 'Has a Page with an Instagram account, and does not tick the Page.',
    pages: [page(1121, 'Unticked Page', { instagram: 111 })],
    sparePages: [],
    habits: { pages: [1121], instagram: [111] },
  },
  {
    id: 'creator-instagram-not-ticked',
    number: 12,
    name: 'Creator Instagram-Not-Ticked',
    shows: 'Ticks the Page, and not the Instagram account behind it.',
    pages: [page(1122, 'Half Page', { instagram: 112 })],
    sparePages: [],
    habits: { instagram: [112] },
  },
  {
    id: 'creator-permission-not-ticked',
    number: 13,
    name: 'Creator Permission-Not-Ticked',
    shows: 'Shares everything but the insights.',
    pages: [page(1123, 'Reserved Page', { instagram: 113 })],
    sparePages: [],
    habits: { permissions: ['instagram_manage_insights'] },
  },
  {
    id: 'creator-instagram-on-another-page',
    number: 14,
    name: 'Creator Instagram-On-Another-Page',
    shows: 'Ticks a new Page, but the Instagram account is still connected to an old one.',
    pages: [page(1124, 'Fresh Page'), page(1125, 'Old Page', { instagram: 114 })],
    sparePages: [],
    habits: { pages: [1125] },
  },
  {
    id: 'creator-refuses',
    number: 15,
    name: 'Creator Refuses',
    shows: 'Everything is in order, but the answer is "Cancel".',
    pages: [page(1126, 'Private Page', { instagram: 115 })],
    sparePages: [],
    habits: { refuses: true },
  },
  {
    id: 'creator-mixed-pages',
    number: 17,
    name: 'Creator Mixed-Pages',
    shows: 'Four Pages, of which one leads to an account: each of the others has its own reason.',
    pages: [
      page(1131, 'Mixed Page', { instagram: 121 }),
      page(1132, 'Mixed Placeholder', { instagram: 122, placeholder: true }),
      page(1133, 'Mixed Empty Page'),
      page(1134, 'Mixed Portfolio Page', { instagram: 123, heldByBusiness: true }),
    ],
    sparePages: [],
  },
  AGENCY,
];

const byId = new Map(FACEBOOK_PERSONAS.map((persona) => [persona.id, persona]));

export const facebookPersona = (id: string): FacebookPersona | undefined => byId.get(id);

/** Whose Page a named Instagram account is linked to. */
export const facebookOwnerOf = (instagram: number): FacebookPersona | undefined =>
  FACEBOOK_PERSONAS.find(({ pages }) => pages.some((one) => one.instagram === instagram));
