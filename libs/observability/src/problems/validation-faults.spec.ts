import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IsIn, IsString, IsUUID, Length, Matches, Max, MaxLength, validate, ValidateNested } from 'class-validator';
import { faultsOfValidation, rulesWithACode, saidAs } from './validation-faults';

class Inner {
  @Max(7)
  days = 30;
}

class Outer {
  @IsString()
  @MaxLength(3)
  name = 'Robin';

  @IsUUID()
  id = 'x';

  @Length(2, 4)
  word = 'x';

  @IsIn(['a', 'b'])
  choice = 'c';

  @Matches(/^\d$/, saidAs('not_code'))
  code = 'x';

  @Matches(/^\d$/, saidAs('not_field_values', { max: 30 }))
  values = 'x';

  @ValidateNested()
  inner = new Inner();
}

describe('what class-validator refuses', () => {
  it('has a code and what its words are filled in with, nested by its path', async () => {
    const faults = faultsOfValidation(await validate(new Outer()));
    expect(faults.map(({ field, code, params }) => [field, code, params])).toEqual([
      ['name', 'too_long', { max: 3 }],
      ['id', 'not_id', undefined],
      ['word', 'wrong_length', { min: 2, max: 4 }],
      ['choice', 'not_a_choice', { choices: 'a, b' }],
      ['code', 'not_code', undefined],
      ['values', 'not_field_values', { max: 30 }],
      ['inner.days', 'too_large', { max: 7 }],
    ]);
    expect(faults[0]!.message).toBe('must have at most 3 characters');
  });

  it('has a code for every rule that our services use', () => {
    const root = join(__dirname, '../../../..');
    const files = ['services', 'libs'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(
          (path) => /^[^/]+\/src\/.+\.ts$/.test(path) && !path.includes('node_modules') && !path.endsWith('.spec.ts'),
        )
        .map((path) => join(root, folder, path)),
    );
    const imported = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/import \{([^}]+)\} from 'class-validator'/g)].flatMap(([, names]) =>
        names!.split(',').map((name) => name.trim()),
      ),
    );
    const rules = new Set(imported.filter((name) => /^(?:Is|Array|Matches|Length|Max|Min)/.test(name)));
    rules.delete('IsOptional');
    expect(rules.size).toBeGreaterThan(15);
    const known = new Set(rulesWithACode.map((rule) => rule.toLowerCase().replace(/^islength$/, 'length')));
    expect([...rules].filter((rule) => !known.has(rule.toLowerCase()))).toEqual([]);
  });
});
