/** For programs that run a part of the tests in a way of their own. */
export { runJest } from './jest';
export { withTestServers } from './test-servers';
