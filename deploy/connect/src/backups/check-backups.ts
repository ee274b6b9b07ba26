const day = 86_400_000;
const named = /^(data|keys)-(\d{4}-\d\d-\d\dT\d{4}Z)\.dump$/;

export interface Retention {
  keysDays: number;
  dataDays: number;
}

/**
 * What is wrong with dumps of these names (docs/runbooks/backup.md). A data key that is destroyed makes what it sealed
 * unreadable, in old dumps as well, once no dump of keys holds it any more: so those end first.
 */
export function backupFaults(names: readonly string[], now: Date, { keysDays, dataDays }: Retention): string[] {
  const faults =
    keysDays < dataDays ? [] : ['dumps of keys have to end before those of data: keep them for fewer days'];
  const newest = { data: -Infinity, keys: -Infinity };
  for (const name of names) {
    const [, kind, at = ''] = named.exec(name) ?? [];
    if (kind !== 'data' && kind !== 'keys') {
      faults.push(`${name} is called neither data-… nor keys-…: nobody can say when it ends`);
      continue;
    }
    const made = Date.parse(at.replace(/(\d\d)(\d\d)Z$/, '$1:$2Z'));
    newest[kind] = Math.max(newest[kind], made);
    const days = kind === 'keys' ? keysDays : dataDays;
    if (now.getTime() - made > days * day) faults.push(`${name} is older than ${days} days: delete it, and every copy`);
  }
  if (newest.data > newest.keys) faults.push('the newest dump of data has no dump of keys beside or after it');
  return faults;
}
