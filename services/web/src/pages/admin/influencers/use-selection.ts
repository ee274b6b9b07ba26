import { useState } from 'react';
import type { Person } from '../bulk/bulk-run';

export interface Selection {
  people: readonly Person[];
  has(id: string): boolean;
  toggle(person: Person, selected: boolean): void;
  toggleAll(people: readonly Person[], selected: boolean): void;
  clear(): void;
}

/** Who is selected; they stay so when a filter hides them. */
export function useSelection(): Selection {
  const [selected, setSelected] = useState<ReadonlyMap<string, Person>>(new Map());
  const toggleAll = (people: readonly Person[], isSelected: boolean) =>
    setSelected((before) => {
      const after = new Map(before);
      for (const { id, name } of people) {
        if (isSelected) after.set(id, { id, name });
        else after.delete(id);
      }
      return after;
    });
  return {
    people: [...selected.values()],
    has: (id) => selected.has(id),
    toggle: (person, isSelected) => toggleAll([person], isSelected),
    toggleAll,
    clear: () => setSelected(new Map()),
  };
}
