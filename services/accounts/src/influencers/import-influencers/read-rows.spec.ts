import { readRows } from './read-rows';

describe('readRows', () => {
  it('reads what spreadsheets write: byte order mark, semicolons, quotes, empty lines', () => {
    expect(readRows('\uFEFFName;E-mail;Email\r\n"Lo; Ada";x;ada@example.com\r\n\r\nGrace;;g@example.com\r\n')).toEqual([
      { line: 2, cells: { name: 'Lo; Ada', 'e-mail': 'x', email: 'ada@example.com' } },
      { line: 4, cells: { name: 'Grace', email: 'g@example.com' } },
    ]);
  });

  it.each([
    ['', 'lacks the columns name, email'],
    ['name,phone\nx,y', 'lacks the columns email'],
    ['name,email,NAME\nx,y,z', 'has the column "name" twice'],
    ['name,email\n"open,x', 'can not be read as CSV'],
    ['name,email\nx,y,z', 'can not be read as CSV'],
    [`name,email\n${'x,y\n'.repeat(2_001)}`, 'more than 2000 rows'],
  ])('refuses %j', (csv, message) => {
    let errors: { message: string }[] = [];
    try {
      readRows(csv);
    } catch (error) {
      errors = (error as { errors: { message: string }[] }).errors;
    }
    expect(errors.map((one) => one.message).join()).toContain(message);
  });
});
