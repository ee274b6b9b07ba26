export class KafkaProxy {}
