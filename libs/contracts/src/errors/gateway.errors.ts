import { defineError } from './app-error';

export const gatewayErrors = {
  badCredentials: defineError(
    'gateway.bad_credentials',
    'unauthorized',
    'E-mail or password is wrong.',
    'Check both and try again, or ask an owner of your organisation for a new password.',
  ),
  csrf: defineError(
    'gateway.csrf',
    'forbidden',
    'This request did not come from a page of ours.',
    'Reload the page and try again. API clients send an API key instead of a cookie.',
  ),
  alreadyInstalled: defineError(
    'gateway.already_installed',
    'conflict',
    'This installation already has its first owner.',
    'Sign in, or let an owner invite you.',
  ),
  setupToken: defineError(
    'gateway.setup_token_wrong',
    'unauthorized',
    'The set-up token is wrong.',
    'Use the token that the start of the installation wrote to its secrets folder.',
  ),
  keyInQuery: defineError(
    'gateway.key_in_query',
    'invalid_input',
    'An API key may not stand in the address.',
    'Send it as "Authorization: Bearer …" and revoke the one that was sent this way.',
  ),
  linkUnusable: defineError(
    'gateway.link_unusable',
    'not_found',
    'This link can not be used.',
    'Enter your e-mail address; if a request is open for it, a new link is on its way.',
  ),
  codeWrong: defineError(
    'gateway.code_wrong',
    'invalid_input',
    'The code is wrong or too old.',
    'Check the newest mail, or ask for a new code.',
  ),
  codeSpent: defineError(
    'gateway.code_spent',
    'throttled',
    'There were too many wrong codes.',
    'Ask for a new code in ten minutes.',
  ),
  proofNeeded: defineError(
    'gateway.proof_needed',
    'forbidden',
    'We do not know yet that you are the person this link was made for.',
    'Enter the code that we send to the invited address, or sign in.',
  ),
  notForYou: defineError(
    'gateway.link_for_somebody_else',
    'forbidden',
    'This link was made for somebody else.',
    'Send it to the person it names; only they can finish it.',
  ),
  noOrganisation: defineError(
    'gateway.no_organisation',
    'forbidden',
    'You do not belong to this organisation.',
    'Choose one of your organisations.',
  ),
  secondFactorNeeded: defineError(
    'gateway.second_factor_needed',
    'forbidden',
    'Your second factor has not been checked in this session.',
    'Enter the code of your authenticator app, or a recovery code.',
  ),
  secondFactorSetupNeeded: defineError(
    'gateway.second_factor_setup_needed',
    'forbidden',
    'Your role needs a second factor, and you have none yet.',
    'Set up an authenticator app; it takes a minute.',
  ),
  secondFactorExists: defineError(
    'gateway.second_factor_exists',
    'conflict',
    'You have a second factor already.',
    'Remove it first, then set up the new one.',
  ),
  noSecondFactor: defineError(
    'gateway.no_second_factor',
    'conflict',
    'There is no second factor to do this with.',
    'Set one up first.',
  ),
  proofWrong: defineError(
    'gateway.proof_wrong',
    'invalid_input',
    'The code or password is wrong, or the code was used already.',
    'Wait for the next code of your app and try again.',
  ),
  resetUnusable: defineError(
    'gateway.password_reset_unusable',
    'unauthorized',
    'This link to choose a new password was used already or is too old.',
    'Ask for a new one.',
  ),
  invitationUnusable: defineError(
    'gateway.invitation_unusable',
    'not_found',
    'This invitation was used already, withdrawn, or is too old.',
    'Ask the person who invited you for a new one.',
  ),
  alreadyMember: defineError(
    'gateway.already_member',
    'conflict',
    'This person is a member already.',
    'Change their role in the list of members instead.',
  ),
  signInLinkUnusable: defineError(
    'gateway.sign_in_link_unusable',
    'unauthorized',
    'This sign-in link was used already or is too old.',
    'Ask for a new one.',
  ),
};
