const Sequencer = require('@jest/test-sequencer').default;

/** The token search looks at what all the other files have left behind, so it comes after them. */
module.exports = class SearchLast extends Sequencer {
  async sort(tests) {
    const isSearch = ({ path }) => path.endsWith('tokens.e2e-spec.ts');
    return [...(await super.sort(tests))].sort((a, b) => Number(isSearch(a)) - Number(isSearch(b)));
  }
};
