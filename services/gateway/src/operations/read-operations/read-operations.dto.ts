import { ApiProperty } from '@nestjs/swagger';

const statuses = ['ready', 'degraded', 'not_ready', 'unreachable'] as const;
const conditions = ['up', 'down'] as const;

export class ServiceCheck {
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: conditions })
  state!: (typeof conditions)[number];
}

export class ServiceOutbox {
  /** Events that Kafka has not got yet. */
  @ApiProperty()
  unpublished!: number;
  /** Age of the oldest of them. */
  @ApiProperty()
  ageSeconds!: number;
}

export class ConsumerLag {
  @ApiProperty()
  group!: string;
  @ApiProperty()
  topic!: string;
  /** Records the group has still to handle. */
  @ApiProperty()
  records!: number;
}

export class DeadLetterCounts {
  @ApiProperty()
  parked!: number;
  /** Wait behind a parked one of the same key. */
  @ApiProperty()
  blocked!: number;
  @ApiProperty()
  replayed!: number;
  @ApiProperty()
  discarded!: number;
}

export class ServiceState {
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: statuses })
  status!: (typeof statuses)[number];
  @ApiProperty({ type: [ServiceCheck] })
  checks!: ServiceCheck[];
  /** Missing for services without events of their own, and while the service does not answer. */
  @ApiProperty({ type: ServiceOutbox, nullable: true })
  outbox!: ServiceOutbox | null;
  @ApiProperty({ type: [ConsumerLag] })
  lag!: ConsumerLag[];
  @ApiProperty({ type: DeadLetterCounts, nullable: true })
  deadLetters!: DeadLetterCounts | null;
}

export class PlatformAllowance {
  /** Which service uses it: each learns of its own calls only. */
  @ApiProperty()
  service!: string;
  @ApiProperty()
  api!: string;
  @ApiProperty()
  bucket!: string;
  @ApiProperty()
  usedPercent!: number;
}

export class VaultKey {
  @ApiProperty()
  id!: string;
  /** New data keys are wrapped with this one; a rotation is over when no other wraps any. */
  @ApiProperty()
  active!: boolean;
  @ApiProperty()
  wraps!: number;
}

export class OperationsResponse {
  @ApiProperty()
  asOf!: string;
  @ApiProperty({ type: [ServiceState] })
  services!: ServiceState[];
  @ApiProperty({ type: [PlatformAllowance] })
  allowances!: PlatformAllowance[];
  /** Missing while the service that has the vault does not answer. */
  @ApiProperty({ type: [VaultKey], nullable: true })
  keys!: VaultKey[] | null;
  /** Where the pretended platforms are, on an installation for trying out. */
  @ApiProperty({ type: String, nullable: true })
  sandboxUrl!: string | null;
}
