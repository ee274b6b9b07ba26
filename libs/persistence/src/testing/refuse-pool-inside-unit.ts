import type { DataSource } from 'typeorm';
import type { UnitOfWork } from '../unit-of-work';

/**
 * Makes every statement fail that is sent past the transaction of an open unit of work, over another connection of the
 * pool: it would run without the organisation's context. Returns what takes the trap away again.
 */
export function refusePoolInsideUnit(dataSource: DataSource, unitOfWork: UnitOfWork): () => void {
  const original = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    if (unitOfWork.current()) throw new Error('A statement went past the transaction of the unit of work');
    return original(mode);
  };
  return () => {
    dataSource.createQueryRunner = original;
  };
}
