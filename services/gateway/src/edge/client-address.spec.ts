import { clientAddress, limitSource } from './client-address';

describe('client address', () => {
  it('believes no header when no proxy of ours stands before', () => {
    expect(clientAddress('192.0.2.1', '203.0.113.9', 0)).toBe('192.0.2.1');
  });

  it('counts trusted hops from the right, so a client can not choose its address', () => {
    expect(clientAddress('10.0.0.1', '198.51.100.7, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', '198.51.100.7, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', 'nonsense', 1)).toBe('10.0.0.1');
  });

  it('counts a whole IPv6 network as one source', () => {
    expect(limitSource('2001:db8:1:2:a::1')).toBe(limitSource('2001:0db8:1:2:ffff:ffff:ffff:ffff'));
    expect(limitSource('2001:db8:1:2::1')).not.toBe(limitSource('2001:db8:1:3::1'));
    expect(limitSource('::ffff:192.0.2.1')).toBe('192.0.2.1');
  });
});
