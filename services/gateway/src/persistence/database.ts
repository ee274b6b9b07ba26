import { preparedQuery } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

type Row = Record<string, unknown>;

/**
 * Single-statement access to the gateway's own tables. Every statement here is atomic by itself, and the session look-up
 * is on the path of each request, where the four round trips of a unit of work would be the largest cost.
 */
@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /** Runs a prepared statement; `name` must be unique per text. */
  rows<T extends object = Row>(name: string, text: string, values: unknown[]): Promise<T[]> {
    return preparedQuery<T & Row>(this.dataSource, `gateway ${name}`, text, values);
  }

  async row<T extends object = Row>(name: string, text: string, values: unknown[]): Promise<T | undefined> {
    return (await this.rows<T>(name, text, values))[0];
  }
}
