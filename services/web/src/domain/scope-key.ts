/** Key of a permission's name in the texts. Google's are addresses; a dot would separate keys. */
export function scopeKey(scope: string): string {
  return (scope.split('/').at(-1) ?? scope).replaceAll(/[.-]/g, '_');
}
