/** Time of this process, for what needs no agreement between processes; leases and due dates follow the database's. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
