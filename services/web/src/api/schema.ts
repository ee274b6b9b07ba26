// Made from docs/openapi.json by `npm run docs:generate`: what each address of the API takes and answers.
export const apiKeyScopes = ["session:read","organisation:read","members:read","influencers:read","influencers:write","accounts:read","accounts:write","links:write","campaigns:read","campaigns:write","ttcm:write","posts:read","authorization:read","authorization:verify","settings:read","settings:write","events:read"] as const;

export interface paths {
    "/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For people: leads to a page with a button */
        get: operations["StopRemindersController_page"];
        put?: never;
        /** No more reminders from this organisation (RFC 8058 one-click) */
        post: operations["StopRemindersController_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unsubscribe/digest/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For people: leads to a page with a button */
        get: operations["StopDigestController_page"];
        put?: never;
        /** No more digests of this organisation (RFC 8058 one-click) */
        post: operations["StopDigestController_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of your organisation looked at data of people, for owners */
        get: operations["AccessReportController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-report/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV; needs a proof of at most five minutes ago */
        get: operations["AccessReportController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/addressees/{influencerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What keeps mails from an influencer; a new request by e-mail starts anew */
        get: operations["AddresseesController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/addressees/{influencerId}/complaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let mails go to an address again that somebody complained from, because they asked you to
         * @description Refused as long as Amazon SES suppresses the address.
         */
        delete: operations["AddresseesController_lift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The live API keys of your organisation */
        get: operations["ListApiKeysController_list"];
        put?: never;
        /** Make an API key, shown this one time; needs a proof of at most five minutes ago */
        post: operations["CreateApiKeyController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["RevokeApiKeyController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/application-forms/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an application link asks for; open to everybody who has it */
        get: operations["ApplicationFormController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/application-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to apply through an application link */
        post: operations["BeginApplicationController_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/application-session/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a code to the address of the application; answers the same for every address */
        post: operations["ProveEmailController_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/application-session/continuations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with an application by the token of the mailed link */
        post: operations["ContinueElsewhereController_go"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/application-session/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link to go on in another browser, to the address that is proven */
        post: operations["ContinueElsewhereController_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/application-session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove the address with the mailed code */
        post: operations["ProveEmailController_prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications to your organisation, newest first */
        get: operations["ApplicationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application */
        get: operations["ApplicationsController_show"];
        put?: never;
        post?: never;
        /** Withdraw the application: authorizations are revoked, everything typed is deleted */
        delete: operations["OwnApplicationController_withdraw"];
        options?: never;
        head?: never;
        /** Keep what was typed so far */
        patch: operations["OwnApplicationController_change"];
        trace?: never;
    };
    "/v1/applications/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve: the applicant joins the roster, gets access by mail, and collection starts */
        post: operations["ApplicationsController_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline: the authorizations are revoked, the rest is deleted after seven days */
        post: operations["ApplicationsController_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/social-accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an account out of the application; its authorization is revoked */
        delete: operations["OwnApplicationController_disconnect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit the application */
        post: operations["OwnApplicationController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your application: what is asked, what you typed, what you connected */
        get: operations["OwnApplicationController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorization-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a link for a request, or have it mailed */
        post: operations["AuthorizationRequestsController_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorization-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests, newest first */
        get: operations["AuthorizationRequestsController_list"];
        put?: never;
        /** Ask an influencer to authenticate accounts */
        post: operations["AuthorizationRequestsController_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorization-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request with what is done and what is open */
        get: operations["AuthorizationRequestsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorization-requests/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a request; all of its links end at once */
        post: operations["AuthorizationRequestsController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorization-requests/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The request of the authorization link that the session came through */
        get: operations["AuthorizationRequestsController_current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns, newest first */
        get: operations["CampaignsController_list"];
        put?: never;
        /** Create a campaign */
        post: operations["CampaignsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign */
        get: operations["CampaignsController_show"];
        put?: never;
        post?: never;
        /** Delete a campaign; its influencers stay in the roster */
        delete: operations["CampaignsController_remove"];
        options?: never;
        head?: never;
        /** Change name or dates */
        patch: operations["CampaignsController_change"];
        trace?: never;
    };
    "/v1/campaigns/{id}/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of a campaign that need their owner */
        get: operations["CampaignsController_attention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authorizations that end before the campaign does, unless their owners renew them */
        get: operations["CampaignsController_forecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/influencers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Influencers of a campaign with their accounts, newest in the roster first */
        get: operations["CampaignsController_influencers"];
        put?: never;
        /** Add an influencer of the roster to a campaign */
        post: operations["CampaignsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/influencers/{influencerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an influencer out of a campaign */
        delete: operations["CampaignsController_removeInfluencer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reach, views and engagements of the posts of a campaign, and what is missing */
        get: operations["CampaignReportsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/report/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reach, views and engagements of a campaign day by day, and the gaps in them */
        get: operations["CampaignReportsController_daily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/report/exports/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of a campaign day by day, as a file
         * @description Needs a proof of at most five minutes ago
         */
        get: operations["CampaignExportsController_daily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/report/exports/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All posts that count in the report of a campaign, as a file
         * @description Needs a proof of at most five minutes ago
         */
        get: operations["CampaignExportsController_posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/report/exports/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of a campaign by account, and what is missing, as a file
         * @description Needs a proof of at most five minutes ago
         */
        get: operations["CampaignExportsController_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/report/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The posts that count in the report, or the ones that do not, newest first */
        get: operations["CampaignReportsController_posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/report/posts/{socialAccountId}/{platformPostId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Count a post in the report, or leave it out, whatever the dates of the campaign say */
        put: operations["CampaignReportsController_decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connect-transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attempts that wait for your choice of accounts */
        get: operations["ConnectTransactionsController_unfinished"];
        put?: never;
        /** Begin to connect an account at a platform */
        post: operations["ConnectTransactionsController_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connect-transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of an attempt, and which accounts can be chosen */
        get: operations["ConnectTransactionsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connect-transactions/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look again what the consent opens, without a new login */
        post: operations["ConnectTransactionsController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connect-transactions/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect the chosen accounts; nothing is stored before */
        post: operations["ConnectTransactionsController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connect-transactions/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw an unfinished attempt away, with the consent that nothing rests on */
        post: operations["ConnectTransactionsController_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/digest-setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often you are mailed which accounts need their owner */
        get: operations["DigestSettingController_show"];
        /** Choose how often; at seven in the morning, where you last signed in */
        put: operations["DigestSettingController_choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/discovery/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search public profiles by exact handle, or channels of YouTube by keyword */
        post: operations["DiscoveryController_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/discovery/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be searched, and what is missing where a platform can not */
        get: operations["DiscoveryController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasure-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How far an erasure is, service by service */
        post: operations["ErasureReceiptsController_show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Account, invitation and message events of your organisation as server-sent events */
        get: operations["LiveUpdatesController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencer-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of influencers, by name */
        get: operations["InfluencerGroupsController_list"];
        put?: never;
        /** Make a group, with an application link of its own */
        post: operations["InfluencerGroupsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencer-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a group; its influencers stay in the roster */
        delete: operations["InfluencerGroupsController_remove"];
        options?: never;
        head?: never;
        /** Rename a group */
        patch: operations["InfluencerGroupsController_rename"];
        trace?: never;
    };
    "/v1/influencer-groups/{id}/application-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Open or close the application link of a group */
        put: operations["ApplicationLinkController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencer-groups/{id}/application-link/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the link a new address; the old one ends at once */
        post: operations["ApplicationLinkController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencer-groups/{id}/influencers/{influencerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put an influencer into a group */
        put: operations["InfluencerGroupsController_put"];
        post?: never;
        /** Take an influencer out of a group */
        delete: operations["InfluencerGroupsController_take"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roster, newest first, with the accounts of each */
        get: operations["InfluencersController_list"];
        put?: never;
        /** Add an influencer by hand */
        post: operations["InfluencersController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One influencer; of an entry that was merged, 410 names the one it became part of */
        get: operations["InfluencersController_show"];
        put?: never;
        post?: never;
        /** Erase an influencer; needs a proof of at most five minutes ago */
        delete: operations["EraseInfluencerController_erase"];
        options?: never;
        head?: never;
        /** Change an influencer; the e-mail address is theirs and stays */
        patch: operations["InfluencersController_change"];
        trace?: never;
    };
    "/v1/influencers/{id}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would happen if another entry of the same person became part of this one */
        get: operations["MergeInfluencersController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers/{id}/merge-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ask the person of this entry no more whether another one is theirs as well */
        delete: operations["MergeInfluencersController_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which entries became part of this one, and what waits for a person’s word */
        get: operations["MergeInfluencersController_list"];
        put?: never;
        /** Make another entry of the same person part of this one, for good; needs a proof of at most five minutes ago */
        post: operations["MergeInfluencersController_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notes of your organisation about an influencer, newest first */
        get: operations["NotesController_list"];
        put?: never;
        /** Write a note */
        post: operations["NotesController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers/{id}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a note */
        delete: operations["NotesController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be deleted with an influencer, in every service */
        get: operations["EraseInfluencerController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers/{id}/social-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Social accounts of an influencer */
        get: operations["InfluencersController_accountsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole roster as CSV; needs a proof of at most five minutes ago */
        get: operations["ExportInfluencersController_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/influencers/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add influencers from a CSV; answers what became of each row
         * @description With `Accept: application/x-ndjson` it tells how far it is, line by line, and the result last; a long list is then not cut off.
         */
        post: operations["ImportInfluencersController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the first organisation and its owner; works once */
        post: operations["InstallController_install"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/link-renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a fresh link; answers the same for every address */
        post: operations["RenewLinkController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/link-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the opened authorization link is for */
        get: operations["ViewLinkController_view"];
        put?: never;
        /** Begin with the opened link; mails a code where proof is needed */
        post: operations["BeginLinkController_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/link-session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove to be the invited person with the mailed code */
        post: operations["ProveLinkController_prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that nobody has accepted yet, newest first */
        get: operations["MemberInvitationsController_list"];
        put?: never;
        /** Invite somebody by e-mail; needs a proof of at most five minutes ago */
        post: operations["MemberInvitationsController_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["MemberInvitationsController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-invitations/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation and be signed in */
        post: operations["AcceptInvitationController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-invitations/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a mailed invitation is for */
        post: operations["ResolveInvitationController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members of your organisation, oldest first */
        get: operations["ListMembersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a member, or leave the organisation yourself */
        delete: operations["RemoveMemberController_remove"];
        options?: never;
        head?: never;
        /** Change the role of a member; needs a proof of at most five minutes ago */
        patch: operations["ChangeMemberController_change"];
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails of the organisation with what became of them, newest first */
        get: operations["MessagesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/request-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mail that asks an influencer for accounts, before it is sent */
        get: operations["PreviewRequestController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of figures of an account or one of its posts, newest first */
        get: operations["PostsController_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notice-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you are told inside the app */
        get: operations["NoticeSettingsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notice-settings/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Turn one kind on or off; what was posted meanwhile shows when it is on again */
        put: operations["NoticeSettingsController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you are told, newest first, without the kinds that you turned off */
        get: operations["NoticesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark as read */
        put: operations["NoticesController_read"];
        post?: never;
        /** Mark as not read */
        delete: operations["NoticesController_unreadAgain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all up to one as read; what came later stays unread */
        post: operations["NoticesController_readAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many you have not read */
        get: operations["NoticesController_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the installation is: health, events on their way, allowances, keys; for operators */
        get: operations["ReadOperationsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{service}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages a service could not handle, with their cause; for operators */
        get: operations["DeadLettersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{service}/dead-letters/{id}/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a message up, and handle those that waited only for it */
        post: operations["DeadLettersController_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{service}/dead-letters/{id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Handle a message again, then those that wait behind it */
        post: operations["DeadLettersController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisations of the installation, newest first; for operators */
        get: operations["OrganisationsController_list"];
        put?: never;
        /**
         * Make an organisation and invite its owner; needs a proof of at most five minutes ago
         * @description The same name and owner again, within a day, is the same organisation: a request may be repeated.
         */
        post: operations["OrganisationsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/organisations/{id}/owner-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Invite the first owner again, or somebody else; needs a proof of at most five minutes ago
         * @description The invitation before ends. Refused once the organisation has an owner.
         */
        put: operations["OrganisationsController_inviteOwner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation you work in */
        get: operations["OrganisationsController_current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the language of its mails; whoever is added from now on gets it, too */
        patch: operations["OrganisationsController_change"];
        trace?: never;
    };
    "/v1/organisations/current/influencer-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What your organisation asks about every influencer */
        get: operations["InfluencerFieldsController_list"];
        /** Replace the fields; they are shown in this order. No value is lost when a field is left out */
        put: operations["InfluencerFieldsController_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbound-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address your organisation sends to its creators from */
        get: operations["OutboundEmailController_show"];
        /** Set or replace it, or ask again; it is used once the link in the confirmation mail was pressed */
        put: operations["OutboundEmailController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbound-email/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an address with the token of its mail */
        post: operations["OutboundEmailController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbound-email/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test mail from the verified address to itself, once a minute at most */
        post: operations["OutboundEmailController_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For which organisation and which campaigns your data is held */
        get: operations["OwnDataController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-data/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was collected about your accounts, from which source, and when */
        get: operations["OwnCollectionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-data/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be erased with you, in every service */
        get: operations["EraseOwnController_preview"];
        put?: never;
        /** Erase yourself from this organisation, for good; needs a proof of at most five minutes ago */
        post: operations["EraseOwnController_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-data/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gather everything held about you; needs a proof of at most five minutes ago. One at a time, ready for 24 hours */
        post: operations["DataExportsController_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-data/exports/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far your export is */
        get: operations["DataExportsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-data/exports/current/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download your export, once; needs a proof of at most five minutes ago */
        get: operations["DataExportsController_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-data/merge-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the organisation asks if another entry of its roster is yours as well */
        get: operations["ConfirmMergeController_show"];
        put?: never;
        post?: never;
        /** The other entry is not yours; nothing changes */
        delete: operations["ConfirmMergeController_decline"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-data/merge-proposal/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Both are yours: this one becomes part of the other, for good; needs a proof of at most five minutes ago */
        post: operations["ConfirmMergeController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-data/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at your data: role, day and what was seen */
        get: operations["DataViewsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a link to choose a new password; answers the same for every address */
        post: operations["RequestPasswordResetController_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with the token of a mailed link; signs out everywhere */
        post: operations["CompletePasswordResetController_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of an account with their latest figures, newest first */
        get: operations["PostsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public profiles that were found, newest first */
        get: operations["ReportsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report: the public profile of an account, and its contact information */
        get: operations["ReportsController_show"];
        put?: never;
        post?: never;
        /** Delete a report */
        delete: operations["ReportsController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/influencers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the influencer of a report with its account, to the roster or directly to a campaign */
        post: operations["ReportsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/vendor-contacts/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add to reports what a vendor tells about their owners; answers what became of each row */
        post: operations["ReportsController_importContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your second factor */
        get: operations["SecondFactorController_read"];
        put?: never;
        /** A new secret for an authenticator app; it counts once a code of it was confirmed */
        post: operations["SecondFactorController_enrol"];
        /** Remove your second factor, to set up another one */
        delete: operations["SecondFactorController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the secret with its first code; answers the recovery codes and a new session */
        post: operations["SecondFactorController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes in place of the old ones */
        post: operations["SecondFactorController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail address and password */
        post: operations["SignInController_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where, and the token for changes */
        get: operations["CurrentSessionController_current"];
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["SignOutController_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work in another of your organisations */
        post: operations["SwitchOrganisationController_switch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who you are: a second factor, else the password; creators by a mailed code */
        post: operations["StepUpController_prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current/step-up/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a code to the creator who is signed in: they prove who they are by their mailbox */
        post: operations["StepUpCodesController_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with the token of a mailed link */
        post: operations["UseSignInLinkController_use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a sign-in link to an influencer; answers the same for every address */
        post: operations["RequestSignInLinkController_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Social accounts, newest first; a creator sees their own */
        get: operations["SocialAccountsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One social account with its state and the cause of it */
        get: operations["SocialAccountsController_show"];
        put?: never;
        post?: never;
        /** Remove an account: its authorization is revoked, what was collected is deleted */
        delete: operations["RemoveAccountController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/authorization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was authorized, by whom, until when, and why it ended */
        get: operations["AuthorizationsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/authorization/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke Authorization: tokens are destroyed now, the platform is told */
        post: operations["AuthorizationsController_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/authorization/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the platform now whether the authorization still lives */
        post: operations["AuthorizationsController_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the collection of an account is, by counts */
        get: operations["CollectionsController_show"];
        put?: never;
        /** Collect an account now instead of at its next turn */
        post: operations["CollectionsController_collectNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/exports/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audience of an account, as a file
         * @description Needs a proof of at most five minutes ago
         */
        get: operations["ExportsController_audience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/exports/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of an account day by day, as a file
         * @description Needs a proof of at most five minutes ago
         */
        get: operations["ExportsController_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/exports/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All posts of an account with their latest figures, as a file
         * @description Needs a proof of at most five minutes ago
         */
        get: operations["ExportsController_posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why the account is in this state: every fact that arrived, newest first */
        get: operations["SocialAccountsController_historyOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/metrics/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of an account day by day, and the gaps in them with their causes */
        get: operations["DailyMetricsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pause the collection of an own account */
        put: operations["PauseController_pause"];
        post?: never;
        /** Go on with the collection of an own account */
        delete: operations["PauseController_resume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same, below the account */
        get: operations["PostsController_listOfAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Latest public profile and audience of an account */
        get: operations["ProfileController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be deleted, ended or not sent with an account, in every service */
        get: operations["RemoveAccountController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/vendor-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What vendors told of an account, and how much a removal would delete */
        get: operations["VendorDataController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/{id}/vendor-data/purges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove what vendors told of an account, and nothing else; or only count it */
        post: operations["VendorDataController_purge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/social-accounts/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pause the collection of all own accounts: their authorizations stay, nobody is reminded */
        put: operations["PauseController_pauseAll"];
        post?: never;
        /** Go on with the collection of all own accounts */
        delete: operations["PauseController_resumeAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ttcm-connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State of the organisation’s own Creator Marketplace account */
        get: operations["AgencyController_show"];
        put?: never;
        post?: never;
        /** Disconnect it; TikTok is told to forget the authorization. Needs a fresh proof */
        delete: operations["AgencyController_disconnect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ttcm-connection/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to connect it, or to connect it again; needs a fresh proof */
        post: operations["AgencyController_connect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ttcm-eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rule of the Creator Marketplace for an account: met, not met or unknown */
        get: operations["EligibilityController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ttcm-invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations of the organisation, newest first; a creator sees their own */
        get: operations["InvitesController_list"];
        put?: never;
        /** Invite a TikTok account, or the handle of an influencer without one, to the Creator Marketplace */
        post: operations["InvitesController_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ttcm-invites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invitation */
        get: operations["InvitesController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ttcm-membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether an account is in the Creator Marketplace, and whether that is known */
        get: operations["MembershipController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change your name */
        patch: operations["CurrentUserController_rename"];
        trace?: never;
    };
    "/v1/users/current/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change your password; signs out every other browser */
        put: operations["CurrentUserController_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/current/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in */
        get: operations["ListSessionsController_list"];
        put?: never;
        post?: never;
        /** Sign out everywhere, here too */
        delete: operations["SignOutEverywhereController_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/current/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out in one of the browsers that you are signed in with */
        delete: operations["EndSessionController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vendor-data/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store what a vendor tells about accounts; answers what became of each row */
        post: operations["VendorDataController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vendor-data/purges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was removed, when and why, newest first */
        get: operations["VendorDataController_purges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        InstallOrganisation: {
            name: string;
            slug: string;
        };
        InstallOwner: {
            email: string;
            password: string;
            name: string;
        };
        InstallRequest: {
            setupToken: string;
            organisation: components["schemas"]["InstallOrganisation"];
            owner: components["schemas"]["InstallOwner"];
        };
        InstallResponse: {
            organisationId: string;
            userId: string;
        };
        SignInRequest: {
            email: string;
            password: string;
            /**
             * @description Where the member is, for mails that come in the morning
             * @example Europe/Berlin
             */
            timeZone?: string;
        };
        SessionUser: {
            id: string;
            email: string;
            name: string;
        };
        SessionOrganisation: {
            id: string;
            name?: string;
            /** @enum {string} */
            role?: "owner" | "admin" | "viewer";
            influencerId?: string;
        };
        SessionResponse: {
            /** @enum {string} */
            kind: "member" | "influencer" | "applicant" | "link";
            user: components["schemas"]["SessionUser"] | null;
            organisation: components["schemas"]["SessionOrganisation"] | null;
            organisations: components["schemas"]["SessionOrganisation"][];
            operator: boolean;
            locale: string | null;
            /** @enum {string|null} */
            missingFactor: "verify" | "setup" | null;
            authenticatedAt: string;
            csrfToken: string;
            expiresAt: string;
        };
        SwitchOrganisationRequest: {
            organisationId: string;
        };
        OwnSession: {
            id: string;
            current: boolean;
            createdAt: string;
            lastSeenAt: string;
            expiresAt: string;
        };
        ListSessionsResponse: {
            items: components["schemas"]["OwnSession"][];
        };
        StepUpRequest: {
            /** @description Of the authenticator app, a recovery code, or the code that was mailed to a creator */
            code?: string;
            /** @description Where there is no second factor */
            password?: string;
            /**
             * @description Where the member is, where this completes a sign-in
             * @example Europe/Berlin
             */
            timeZone?: string;
        };
        SecondFactorResponse: {
            confirmedAt: string | null;
            recoveryCodesLeft: number;
        };
        EnrolmentResponse: {
            /** @description Base32, to type into an authenticator app */
            secret: string;
            /** @description The same as otpauth:// address, for a QR code */
            uri: string;
        };
        ConfirmSecondFactorRequest: {
            code: string;
        };
        ConfirmSecondFactorResponse: {
            /** @description Shown this one time */
            recoveryCodes: string[];
            session: components["schemas"]["SessionResponse"];
        };
        RecoveryCodesResponse: {
            /** @description Shown this one time */
            recoveryCodes: string[];
        };
        ChangeUserRequest: {
            name: string;
        };
        ChangePasswordRequest: {
            /** @description The present one */
            password: string;
            newPassword: string;
        };
        RequestPasswordResetRequest: {
            email: string;
        };
        CompletePasswordResetRequest: {
            token: string;
            password: string;
        };
        MemberItem: {
            userId: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "viewer";
            joinedAt: string;
        };
        ListMembersResponse: {
            items: components["schemas"]["MemberItem"][];
        };
        ChangeMemberRequest: {
            /** @enum {string} */
            role: "owner" | "admin" | "viewer";
        };
        CreateInvitationRequest: {
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "viewer";
        };
        InvitationResponse: {
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "viewer";
            createdAt: string;
            expiresAt: string;
            /**
             * @description unconfirmed: nobody knows whether the mail went. Its link works; another invitation mails a new one
             * @enum {string}
             */
            mail: "sent" | "unconfirmed";
        };
        ListInvitationsResponse: {
            items: components["schemas"]["InvitationResponse"][];
        };
        InvitationTokenRequest: {
            token: string;
        };
        ResolveInvitationResponse: {
            organisationName: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "viewer";
            /** @description Whether this address has a password here already, which is then asked for */
            hasPassword: boolean;
            expiresAt: string;
        };
        AcceptInvitationRequest: {
            token: string;
            /** @description Of somebody new here */
            name?: string;
            /** @description The new password of somebody new, the present one of everybody else */
            password: string;
        };
        RequestSignInLinkRequest: {
            email: string;
        };
        UseSignInLinkRequest: {
            token: string;
        };
        LinkSessionItem: {
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            /** Format: uuid */
            socialAccountId: string | null;
            handle: string | null;
            done: boolean;
        };
        LinkSessionResponse: {
            organisationName: string;
            items: components["schemas"]["LinkSessionItem"][];
            needsProof: boolean;
            proven: boolean;
            begun: boolean;
            authorizationRequestId: string | null;
            csrfToken: string;
            expiresAt: string;
        };
        ProveLinkRequest: {
            code: string;
        };
        RenewLinkRequest: {
            email: string;
        };
        BeginApplicationRequest: {
            /** @description The last part of the application link */
            slug: string;
            /** @default en */
            locale?: string;
            /**
             * @default UTC
             * @example Europe/Berlin
             */
            timeZone?: string;
        };
        SendApplicationCodeRequest: {
            email: string;
        };
        ProveEmailRequest: {
            email: string;
            code: string;
        };
        ContinueApplicationRequest: {
            /** @description Of the mailed link */
            token: string;
        };
        CreateApiKeyRequest: {
            name: string;
            scopes: ("session:read" | "organisation:read" | "members:read" | "influencers:read" | "influencers:write" | "accounts:read" | "accounts:write" | "links:write" | "campaigns:read" | "campaigns:write" | "ttcm:write" | "posts:read" | "authorization:read" | "authorization:verify" | "settings:read" | "settings:write" | "events:read")[];
            expiresInDays: number;
        };
        CreateApiKeyResponse: {
            id: string;
            key: string;
            expiresAt: string;
        };
        ApiKeyItem: {
            id: string;
            name: string;
            hint: string;
            scopes: string[];
            createdAt: string;
            expiresAt: string;
            lastUsedAt: string | null;
        };
        ListApiKeysResponse: {
            items: components["schemas"]["ApiKeyItem"][];
            nextCursor: string | null;
        };
        ServiceCheck: {
            name: string;
            /** @enum {string} */
            state: "up" | "down";
        };
        ServiceOutbox: {
            unpublished: number;
            ageSeconds: number;
        };
        ConsumerLag: {
            group: string;
            topic: string;
            records: number;
        };
        DeadLetterCounts: {
            parked: number;
            blocked: number;
            replayed: number;
            discarded: number;
        };
        ServiceState: {
            name: string;
            /** @enum {string} */
            status: "ready" | "degraded" | "not_ready" | "unreachable";
            checks: components["schemas"]["ServiceCheck"][];
            outbox: components["schemas"]["ServiceOutbox"] | null;
            lag: components["schemas"]["ConsumerLag"][];
            deadLetters: components["schemas"]["DeadLetterCounts"] | null;
        };
        PlatformAllowance: {
            service: string;
            api: string;
            bucket: string;
            usedPercent: number;
        };
        VaultKey: {
            id: string;
            active: boolean;
            wraps: number;
        };
        OperationsResponse: {
            asOf: string;
            services: components["schemas"]["ServiceState"][];
            allowances: components["schemas"]["PlatformAllowance"][];
            keys: components["schemas"]["VaultKey"][] | null;
            sandboxUrl: string | null;
        };
        DeadLetterItem: {
            id: string;
            consumer: string;
            eventType: string | null;
            topic: string;
            partition: number;
            offset: string;
            about: string | null;
            /** @enum {string} */
            status: "parked" | "blocked" | "replayed" | "discarded";
            errorClass: string | null;
            errorMessage: string | null;
            attempts: number;
            firstAt: string;
            lastAt: string;
            resolvedBy: string | null;
        };
        ListDeadLettersResponse: {
            items: components["schemas"]["DeadLetterItem"][];
            nextCursor: string | null;
        };
        DeadLetterStop: {
            id: string;
            errorClass: string;
            message: string;
        };
        DecideDeadLetterResponse: {
            replayed: number;
            stoppedAt: components["schemas"]["DeadLetterStop"] | null;
        };
        OrganisationOwner: {
            /** @enum {string} */
            state: "active" | "invited" | "unconfirmed" | "ended" | "not_invited";
            email: string | null;
            expiresAt: string | null;
        };
        OperatorOrganisation: {
            /** Format: uuid */
            id: string;
            name: string;
            createdAt: string;
            members: number;
            owner: components["schemas"]["OrganisationOwner"];
        };
        ListOperatorOrganisationsResponse: {
            items: components["schemas"]["OperatorOrganisation"][];
            nextCursor: string | null;
        };
        CreateOrganisationRequest: {
            /** @description Whether or not somebody of this address is a user already */
            ownerEmail: string;
            name: string;
            /**
             * @description Of mails to those who have no other
             * @enum {string}
             */
            locale?: "en" | "de";
        };
        InviteOwnerRequest: {
            /** @description Whether or not somebody of this address is a user already */
            ownerEmail: string;
        };
        DataViewResponse: {
            /**
             * Format: date
             * @description UTC
             */
            day: string;
            /**
             * Format: date-time
             * @description The first look of this day
             */
            firstAt: string;
            /**
             * @description Of the member who looked; `api_key`: a program of the organisation
             * @enum {string}
             */
            role: "owner" | "admin" | "viewer" | "api_key";
            /** @description What was looked at */
            areas: ("profile" | "accounts" | "posts" | "mails" | "campaign" | "list" | "export")[];
        };
        ListDataViewsResponse: {
            /** @description Whose members looked */
            organisation: string;
            /** @description For how many days this is kept */
            keptDays: number;
            /** @description One entry for each viewer and day, newest day first */
            items: components["schemas"]["DataViewResponse"][];
            nextCursor: string | null;
        };
        AccessTotals: {
            /** @description Members and API keys that looked at anything */
            viewers: number;
            /** @description Different influencers that were looked at one by one */
            people: number;
            /** @description Files with data of people */
            downloads: number;
        };
        AccessViewer: {
            /** @description Of the member or the API key; null: gone by now */
            name: string | null;
            /** @description Of a member */
            email: string | null;
            /** @enum {string} */
            role: "owner" | "admin" | "viewer" | "api_key";
            /** @description On how many days */
            days: number;
            /**
             * Format: date
             * @description UTC
             */
            lastDay: string;
            /** @description Different influencers, looked at one by one */
            people: number;
            /** @description Different campaigns, with whoever is in them */
            campaigns: number;
            /** @description On how many days the list of everybody was looked at */
            rosterDays: number;
            areas: ("profile" | "accounts" | "posts" | "mails" | "campaign" | "list" | "export")[];
            downloads: number;
        };
        AccessReportResponse: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description For how many days looks are kept */
            keptDays: number;
            totals: components["schemas"]["AccessTotals"];
            /** @description Who looked at most people first */
            items: components["schemas"]["AccessViewer"][];
        };
        OrganisationResponse: {
            /** Format: uuid */
            id: string;
            name: string;
            slug: string;
            /** @description Language of mails to those who have no other */
            locale: string;
            /** @description Whether mails to creators can be sent */
            outboundEmailVerified: boolean;
        };
        ChangeOrganisationRequest: {
            /** @enum {string} */
            locale: "en" | "de";
        };
        FieldFaultResponse: {
            field: string;
            /**
             * @description Why, as documented in docs/errors.md
             * @enum {string}
             */
            code: "empty" | "not_text" | "not_boolean" | "not_object" | "not_list" | "not_number" | "not_whole_number" | "not_id" | "not_email" | "not_time_zone" | "not_locale" | "not_date" | "not_time" | "not_base64" | "not_web_address" | "not_code" | "not_handle" | "not_slug" | "not_field_key" | "not_field_values" | "not_one_line" | "not_plain_text" | "like_a_platform" | "not_a_choice" | "reserved" | "too_small" | "too_large" | "too_short" | "too_long" | "wrong_length" | "too_few" | "too_many" | "not_unique" | "repeated" | "unknown_field" | "forbidden_field" | "unreadable_text" | "too_deep" | "wrong_form" | "not_valid" | "ends_before_it_starts" | "no_account" | "not_confirmed" | "easy_to_guess" | "other_organisation" | "not_asked" | "not_with_handle" | "no_such_search" | "unreadable_csv" | "unreadable_csv_line" | "column_missing" | "column_twice" | "too_many_rows" | "not_a_cursor" | "not_our_host";
            /** @description The same in English words */
            message: string;
            /** @description What the words are filled in with */
            params?: {
                [key: string]: string | number;
            };
        };
        ImportedRow: {
            /** @description Why it was refused, as documented in docs/errors.md */
            code?: string;
            /** @description The same in English words */
            title?: string;
            /** @description What to do now */
            nextStep?: string;
            errors?: components["schemas"]["FieldFaultResponse"][];
            /** @description Line of the file, the header being 1 */
            line: number;
            /** @enum {string} */
            outcome: "added" | "refused";
            /** @description Of a row that was added, or can be */
            name?: string;
            /** Format: uuid */
            influencerId?: string;
        };
        ImportInfluencersResponse: {
            added: number;
            refused: number;
            rows: components["schemas"]["ImportedRow"][];
        };
        ImportProgress: {
            /**
             * @description The platforms are asked about all rows before the first is added
             * @enum {string}
             */
            stage: "asking" | "adding";
            /** @description So many rows by now */
            done: number;
            /** @description Rows of the file */
            all: number;
        };
        ImportLine: {
            progress?: components["schemas"]["ImportProgress"];
            result?: components["schemas"]["ImportInfluencersResponse"];
        };
        ImportInfluencersRequest: {
            /** @description CSV with a header line: name, email, and optionally locale, time_zone, instagram, tiktok, youtube and the keys of your fields */
            csv: string;
            /**
             * @description Only says what would happen
             * @default false
             */
            dryRun?: boolean;
        };
        TypedAccount: {
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
        };
        AddInfluencerRequest: {
            /** Format: email */
            email: string;
            /**
             * @description Default: the language of your organisation
             * @example en
             */
            locale?: string;
            /**
             * @default UTC
             * @example Europe/Berlin
             */
            timeZone?: string;
            fields?: {
                [key: string]: string;
            };
            /**
             * Format: uuid
             * @description Directly into this campaign; always into the roster, too
             */
            campaignId?: string;
            name: string;
            /** @description Of YouTube, or members of the Creator Marketplace; others only their owner can bring */
            socialAccounts?: components["schemas"]["TypedAccount"][];
        };
        InfluencerResponse: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: email */
            email: string;
            locale: string;
            timeZone: string;
            /** @description Fields of your organisation */
            fields: {
                [key: string]: string;
            };
            /** Format: date-time */
            approvedAt: string;
            /** Format: date-time */
            createdAt: string;
        };
        RosterAccountResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
            /** @enum {string} */
            authState: "NON_AUTH" | "AUTHENTICATED" | "REAUTH";
            /** @enum {string|null} */
            marketplace: "TTCM" | "INVITED" | "NON_TTCM" | null;
            tracked: boolean;
            /** @description The creator wants nothing collected for now */
            paused: boolean;
        };
        RosterEntryResponse: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: email */
            email: string;
            locale: string;
            timeZone: string;
            /** @description Fields of your organisation */
            fields: {
                [key: string]: string;
            };
            /** Format: date-time */
            approvedAt: string;
            /** Format: date-time */
            createdAt: string;
            socialAccounts: components["schemas"]["RosterAccountResponse"][];
        };
        ListInfluencersResponse: {
            items: components["schemas"]["RosterEntryResponse"][];
            nextCursor: string | null;
        };
        ChangeInfluencerRequest: {
            name?: string;
            /** @example en */
            locale?: string;
            /** @example Europe/Berlin */
            timeZone?: string;
            /** @description All of them */
            fields?: {
                [key: string]: string;
            };
        };
        SocialAccountResponse: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            influencerId: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
            displayName: string;
            /** @enum {string} */
            authState: "NON_AUTH" | "AUTHENTICATED" | "REAUTH";
            /** @enum {string|null} */
            marketplace: "TTCM" | "INVITED" | "NON_TTCM" | null;
            tracked: boolean;
            /**
             * Format: date-time
             * @description Since when the creator wants nothing collected; null: not paused
             */
            pausedAt: string | null;
            /** @description What led to the state */
            cause: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            authorizedAt: string | null;
            /**
             * Format: date-time
             * @description Known end of the authorization
             */
            validUntil: string | null;
            /** @description Permissions that were not granted */
            missingScopes: string[];
        };
        ListSocialAccountsResponse: {
            items: components["schemas"]["SocialAccountResponse"][];
            nextCursor: string | null;
        };
        HeldCountResponse: {
            /** @enum {string} */
            service: "accounts" | "oauth" | "collector" | "ttcm" | "notifications";
            /** @description As it is called in an export */
            set: string;
            count: number;
        };
        HeldResponse: {
            /** @description What there is none of is left out */
            held: components["schemas"]["HeldCountResponse"][];
            /** @description Services that did not answer: what goes there is not known */
            unknown: ("accounts" | "oauth" | "collector" | "ttcm" | "notifications")[];
        };
        MergeSideResponse: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: email */
            email: string;
        };
        MergeCountsResponse: {
            socialAccounts: number;
            /** @description Open ones; their links go on working */
            authorizationRequests: number;
            campaigns: number;
            /** @description Of these campaigns, those that both are in */
            sharedCampaigns: number;
            groups: number;
            notes: number;
        };
        MergedValueResponse: {
            /**
             * @description name, locale, timeZone, or fields.<key>
             * @example fields.size
             */
            field: string;
            kept: string | null;
            other: string | null;
            /**
             * @description Whose value stands if nothing else is chosen
             * @enum {string}
             */
            taken: "kept" | "other";
        };
        MergePreviewResponse: {
            kept: components["schemas"]["MergeSideResponse"];
            other: components["schemas"]["MergeSideResponse"];
            /** @description What moves */
            moves: components["schemas"]["MergeCountsResponse"];
            /** @description Where the two differ */
            values: components["schemas"]["MergedValueResponse"][];
            /** @description Somebody has used the other entry: nothing moves before its person has said in their dashboard that both are theirs */
            needsPerson: boolean;
            /** @description The same, if that entry were kept instead */
            otherWayNeedsPerson: boolean;
        };
        MergedResponse: {
            /**
             * Format: uuid
             * @description The id that the entry had
             */
            influencerId: string;
            /** @description As it was called */
            name: string;
            /** @description Member or API key */
            mergedBy: string;
            confirmedByPerson: boolean;
            /** Format: date-time */
            mergedAt: string;
        };
        MergeProposalResponse: {
            /**
             * Format: uuid
             * @description Its person is asked
             */
            influencerId: string;
            /** Format: uuid */
            keptId: string;
            /** @description Member or API key */
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            /**
             * Format: date-time
             * @description The person said no
             */
            declinedAt: string | null;
        };
        MergesResponse: {
            /** @description What became part of this entry, newest first */
            merged: components["schemas"]["MergedResponse"][];
            /** @description What a person is asked, or was without agreeing, newest first */
            proposals: components["schemas"]["MergeProposalResponse"][];
        };
        MergeRequest: {
            /**
             * Format: uuid
             * @description The entry that becomes part of this one
             */
            influencerId: string;
            /** @description Fields of the preview whose value comes from that entry; else this one’s stands where it has one */
            take?: string[];
        };
        MergeResponse: {
            /**
             * @description proposed: it happens as soon as the person of the other entry confirms it in their dashboard
             * @enum {string}
             */
            status: "merged" | "proposed";
        };
        NoteResponse: {
            /** Format: uuid */
            id: string;
            /** @description Member or API key that wrote it */
            authorId: string;
            text: string;
            /** Format: date-time */
            createdAt: string;
        };
        ListNotesResponse: {
            items: components["schemas"]["NoteResponse"][];
            nextCursor: string | null;
        };
        AddNoteRequest: {
            /** @description Several lines are fine */
            text: string;
        };
        InfluencerFieldDto: {
            /**
             * @description Name in the API; stays when the label changes
             * @example shirt_size
             */
            key: string;
            /** @example Shirt size */
            label: string;
            /** @enum {string} */
            kind: "text" | "number" | "date" | "url" | "choice";
            /** @description For kind choice */
            choices?: string[];
            required: boolean;
        };
        InfluencerFieldsDto: {
            items: components["schemas"]["InfluencerFieldDto"][];
        };
        ApplicationLinkResponse: {
            /**
             * Format: uri
             * @description Where new influencers apply
             */
            url: string;
            /** @description Whether it takes new applications */
            open: boolean;
        };
        InfluencerGroupResponse: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description How many are in it */
            influencers: number;
            applicationLink: components["schemas"]["ApplicationLinkResponse"];
            /** Format: date-time */
            createdAt: string;
        };
        ListInfluencerGroupsResponse: {
            items: components["schemas"]["InfluencerGroupResponse"][];
        };
        InfluencerGroupRequest: {
            name: string;
        };
        OwnOrganisationResponse: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        OwnCampaignResponse: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date */
            startsOn: string | null;
            /** Format: date */
            endsOn: string | null;
            /**
             * Format: date-time
             * @description When the creator was put into it
             */
            since: string;
        };
        OwnDataResponse: {
            organisation: components["schemas"]["OwnOrganisationResponse"];
            /**
             * Format: date-time
             * @description In the roster of the organisation
             */
            since: string;
            accountIds: string[];
            /** @description Newest first */
            campaigns: components["schemas"]["OwnCampaignResponse"][];
        };
        DataExportProgress: {
            /** @description Files that are written */
            done: number;
            total: number;
        };
        DataExportResponse: {
            /**
             * @description `fetched`: it was downloaded, and can be once only
             * @enum {string}
             */
            status: "gathering" | "running" | "ready" | "fetched" | "failed";
            progress: components["schemas"]["DataExportProgress"];
            bytes: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            readyAt: string | null;
            /**
             * Format: date-time
             * @description Until when it can be downloaded
             */
            expiresAt: string;
        };
        CurrentDataExportResponse: {
            /** @description null: none was asked for in the last 24 hours */
            export: components["schemas"]["DataExportResponse"] | null;
        };
        ErasurePreviewResponse: {
            /** @description What there is none of is left out */
            held: components["schemas"]["HeldCountResponse"][];
            /** @description Services that did not answer: what goes there is not known */
            unknown: ("accounts" | "oauth" | "collector" | "ttcm" | "notifications")[];
            organisation: string;
        };
        EraseOwnRequest: {
            /** @description The name of the organisation, typed by the person, so that it is the one they mean */
            organisation: string;
        };
        EraseOwnResponse: {
            /** @description Opens the receipt at /v1/erasure-receipts; given once */
            receipt: string;
        };
        AskedAccountResponse: {
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
        };
        AskedMergeResponse: {
            organisation: string;
            /**
             * @description How the person would sign in afterwards
             * @example s•••@example.com
             */
            addressHint: string;
            /** @description What would move */
            accounts: components["schemas"]["AskedAccountResponse"][];
            /** Format: date-time */
            proposedAt: string;
        };
        OwnMergeProposalResponse: {
            /** @description null: nothing is asked */
            proposal: components["schemas"]["AskedMergeResponse"] | null;
        };
        ErasureReceiptRequest: {
            /** @description What the erasure answered */
            receipt: string;
        };
        ErasedPart: {
            /** @enum {string} */
            service: "accounts" | "oauth" | "collector" | "ttcm" | "notifications" | "gateway";
            /**
             * Format: date-time
             * @description null: not yet
             */
            erasedAt: string | null;
        };
        ErasureReceiptResponse: {
            /** Format: date-time */
            askedAt: string;
            /**
             * Format: date-time
             * @description null: a service has not finished yet
             */
            doneAt: string | null;
            services: components["schemas"]["ErasedPart"][];
        };
        HistoryEntryResponse: {
            /** @enum {string} */
            outcome: "added" | "changed" | "confirmed" | "ignored";
            from: string;
            to: string;
            /**
             * @description After the fact; TikTok only
             * @enum {string|null}
             */
            marketplace: "TTCM" | "INVITED" | "NON_TTCM" | null;
            tracked: boolean;
            cause: string;
            /** @enum {string} */
            actor: "person" | "admin" | "platform" | "system";
            /** @example instagram:190/460 */
            rule: string | null;
            eventId: string | null;
            /** Format: date-time */
            at: string;
        };
        ListHistoryResponse: {
            items: components["schemas"]["HistoryEntryResponse"][];
            nextCursor: string | null;
        };
        RequestedPlatform: {
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            /** @description Expected handle; shown to the creator, never a proof of identity */
            handle?: string;
        };
        CreateAuthorizationRequestRequest: {
            /** Format: uuid */
            influencerId: string;
            /** @description Accounts asked for beside those that need it */
            platforms?: components["schemas"]["RequestedPlatform"][];
        };
        RequestItemResponse: {
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            /** Format: uuid */
            socialAccountId: string | null;
            handle: string | null;
            done: boolean;
        };
        RequestLinkResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            delivery: "copy" | "email";
            /**
             * Format: uuid
             * @description The mail that carried it
             */
            messageId: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When somebody first pressed Begin on its page; looking at it, as scanners of mail do, does not count
             */
            openedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        AuthorizationRequestResponse: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            influencerId: string;
            /** @enum {string} */
            status: "open" | "finished" | "withdrawn" | "expired";
            items: components["schemas"]["RequestItemResponse"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description When nothing was left to do, or it was withdrawn; some time after the end of one that expired
             */
            closedAt: string | null;
            /** @description Each copy and each mail has one, oldest first; for the organisation alone */
            links: components["schemas"]["RequestLinkResponse"][];
        };
        ListAuthorizationRequestsResponse: {
            items: components["schemas"]["AuthorizationRequestResponse"][];
            nextCursor: string | null;
        };
        CreateAuthorizationLinkRequest: {
            /** Format: uuid */
            authorizationRequestId: string;
            /** @enum {string} */
            delivery: "copy" | "email";
        };
        AuthorizationLinkResponse: {
            /** @description Shown once; null when it is mailed */
            url: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        CreateCampaignRequest: {
            name: string;
            /** Format: date */
            startsOn?: string;
            /** Format: date */
            endsOn?: string;
        };
        CampaignResponse: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date */
            startsOn: string | null;
            /** Format: date */
            endsOn: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        ListCampaignsResponse: {
            items: components["schemas"]["CampaignResponse"][];
            nextCursor: string | null;
        };
        ChangeCampaignRequest: {
            name?: string;
            /**
             * Format: date
             * @description null: no date
             */
            startsOn?: string | null;
            /**
             * Format: date
             * @description null: no date
             */
            endsOn?: string | null;
        };
        ForecastAccountResponse: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            influencerId: string;
            influencerName: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
            /**
             * Format: date-time
             * @description When the authorization ends unless the creator renews it
             */
            endsAt: string;
        };
        ForecastResponse: {
            /**
             * Format: date
             * @description End of the campaign; null: no end
             */
            endsOn: string | null;
            /** @description Soonest first */
            accounts: components["schemas"]["ForecastAccountResponse"][];
        };
        AddCampaignInfluencerRequest: {
            /** Format: uuid */
            influencerId: string;
        };
        AttentionAccountResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
            /** @enum {string} */
            authState: "NON_AUTH" | "REAUTH";
            /** @enum {string|null} */
            marketplace: "TTCM" | "INVITED" | "NON_TTCM" | null;
            /** @description A marketplace account is tracked without its owner */
            tracked: boolean;
            cause: string;
            /** Format: date-time */
            since: string;
        };
        LinkActionResponse: {
            /** @description Request to make; its answer names the request for POST /v1/authorization-links */
            href: string;
            /** @enum {string} */
            method: "POST";
            body: {
                [key: string]: string;
            };
        };
        AttentionInfluencerResponse: {
            /** Format: uuid */
            id: string;
            name: string;
            accounts: components["schemas"]["AttentionAccountResponse"][];
            /** @description What to do to ask this influencer for all of these accounts */
            link: components["schemas"]["LinkActionResponse"];
        };
        AttentionResponse: {
            /** @description Accounts that need their owner; the notice is shown while it is above 0 */
            accounts: number;
            influencers: components["schemas"]["AttentionInfluencerResponse"][];
        };
        ProblemResponse: {
            code: string;
            title: string;
            nextStep: string;
            retryAfterSeconds: number | null;
        };
        DiscoverySourceResponse: {
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            ways: ("handle" | "keyword")[];
            available: boolean;
            /** @description Why it can not be searched, and what to do */
            problem: components["schemas"]["ProblemResponse"] | null;
        };
        ListDiscoverySourcesResponse: {
            items: components["schemas"]["DiscoverySourceResponse"][];
        };
        SearchProfilesRequest: {
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            /** @description Exact, with or without @; this or `keyword` */
            handle?: string;
            /** @description YouTube only; dear: an installation has a hundred a day */
            keyword?: string;
            /**
             * @description Of a search by keyword
             * @default 10
             */
            limit?: number;
        };
        FoundEmailResponse: {
            address: string;
            /**
             * @description Where in the profile it stands; vendor: a third party tells it
             * @enum {string}
             */
            source: "description" | "website" | "vendor";
            /** @description Who tells it, where a third party does */
            vendor?: string;
        };
        FoundAccountResponse: {
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
            /**
             * @description Where in the profile it stands; vendor: a third party tells it
             * @enum {string}
             */
            source: "description" | "website" | "vendor";
            /** @description Who tells it, where a third party does */
            vendor?: string;
        };
        FoundLinkResponse: {
            url: string;
            /**
             * @description Where in the profile it stands; vendor: a third party tells it
             * @enum {string}
             */
            source: "description" | "website" | "vendor";
            /** @description Who tells it, where a third party does */
            vendor?: string;
        };
        ContactInformationResponse: {
            emails: components["schemas"]["FoundEmailResponse"][];
            /** @description Other accounts that the profile itself or a vendor names */
            accounts: components["schemas"]["FoundAccountResponse"][];
            links: components["schemas"]["FoundLinkResponse"][];
        };
        ReportResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
            displayName: string;
            biography: string | null;
            website: string | null;
            pictureUrl: string | null;
            profileUrl: string | null;
            verified: boolean | null;
            /** @description null: the platform does not show it */
            followers: number | null;
            /** @description null: the platform does not show it */
            following: number | null;
            /** @description null: the platform does not show it */
            posts: number | null;
            /** @description null: the platform does not show it */
            likes: number | null;
            contactInformation: components["schemas"]["ContactInformationResponse"];
            /**
             * Format: uuid
             * @description Who of the roster this is, where known
             */
            influencerId: string | null;
            /**
             * Format: date-time
             * @description When the platform showed it so
             */
            fetchedAt: string;
            /**
             * Format: date-time
             * @description Deleted then, unless it is looked up again
             */
            keptUntil: string;
        };
        SearchProfilesResponse: {
            /** @description Best match first; each is kept as a report */
            items: components["schemas"]["ReportResponse"][];
            /**
             * @description null: something was found
             * @enum {string|null}
             */
            reason: "unknown" | "unknown_or_not_professional" | "not_in_marketplace" | "not_shown" | null;
            /**
             * @description TikTok only: of the handle; null: not known
             * @enum {string|null}
             */
            marketplace: "TTCM" | "INVITED" | "NON_TTCM" | null;
        };
        ListReportsResponse: {
            items: components["schemas"]["ReportResponse"][];
            nextCursor: string | null;
        };
        ImportVendorContactsRequest: {
            /**
             * @description Who told it; shown with every item
             * @example Example Insights
             */
            vendor: string;
            /** @description CSV with a header line: platform and handle of a profile that has a report, and email, instagram, tiktok or youtube of its owner */
            csv?: string;
            /** @description The same as JSON, instead of a CSV */
            records?: Record<string, never>[];
        };
        ImportedContactRow: {
            /** @description Why it was refused, as documented in docs/errors.md */
            code?: string;
            /** @description The same in English words */
            title?: string;
            /** @description What to do now */
            nextStep?: string;
            errors?: components["schemas"]["FieldFaultResponse"][];
            /** @description Line of the file, the header being 1; of JSON the record, from 1 */
            line: number;
            /** @enum {string} */
            outcome: "stored" | "refused";
        };
        ImportVendorContactsResponse: {
            stored: number;
            refused: number;
            rows: components["schemas"]["ImportedContactRow"][];
        };
        AddFromReportRequest: {
            /** Format: email */
            email: string;
            /**
             * @description Default: the language of your organisation
             * @example en
             */
            locale?: string;
            /**
             * @default UTC
             * @example Europe/Berlin
             */
            timeZone?: string;
            fields?: {
                [key: string]: string;
            };
            /**
             * Format: uuid
             * @description Directly into this campaign; always into the roster, too
             */
            campaignId?: string;
            /** @description Default: the name that the profile shows */
            name?: string;
        };
        ApplicationFormResponse: {
            organisationName: string;
            /** @description Of the group that the link belongs to */
            groupName: string;
            /** @description What the organisation asks, in this order */
            fields: components["schemas"]["InfluencerFieldDto"][];
        };
        ApplicationLinkRequest: {
            /** @description Closed, it takes no new applications; those that were begun can be finished */
            open: boolean;
        };
        ApplicationAccountResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
            displayName: string;
            /** @enum {string} */
            authState: "NON_AUTH" | "AUTHENTICATED" | "REAUTH";
        };
        OwnApplicationResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "draft" | "submitted" | "approved" | "declined";
            form: components["schemas"]["ApplicationFormResponse"];
            name: string;
            email: string;
            /** @description Proven with the code that was mailed to it */
            emailVerified: boolean;
            fields: {
                [key: string]: string;
            };
            socialAccounts: components["schemas"]["ApplicationAccountResponse"][];
            /**
             * Format: date-time
             * @description Until then a draft waits to be continued
             */
            keptUntil: string;
        };
        ChangeApplicationRequest: {
            /** @example en */
            locale?: string;
            /** @example Europe/Berlin */
            timeZone?: string;
            name?: string;
            email?: string;
            /** @description Those that changed, an empty text for one that has no value any more; none that are not asked for */
            fields?: {
                [key: string]: string;
            };
        };
        ApplicationGroupResponse: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        ApplicationResponse: {
            /**
             * Format: uuid
             * @description Also of the influencer, once approved
             */
            id: string;
            /** @enum {string} */
            status: "submitted" | "approved" | "declined";
            name: string;
            /** Format: email */
            email: string;
            /** @description Fields of your organisation */
            fields: {
                [key: string]: string;
            };
            /** @description Whose link was used; null once deleted */
            group: components["schemas"]["ApplicationGroupResponse"] | null;
            socialAccounts: components["schemas"]["ApplicationAccountResponse"][];
            /** Format: date-time */
            submittedAt: string;
            /** Format: date-time */
            decidedAt: string | null;
        };
        ListApplicationsResponse: {
            items: components["schemas"]["ApplicationResponse"][];
            nextCursor: string | null;
        };
        StartConnectTransactionRequest: {
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            /**
             * Format: uuid
             * @description Set to authenticate one known account again
             */
            socialAccountId?: string;
            /** @description Any account will do, whatever handle was asked for; only from whoever proved to be the invited person */
            asNew?: boolean;
        };
        SiblingResponse: {
            /** Format: uuid */
            socialAccountId: string;
            handle: string | null;
            /** @description The Facebook Page that leads to the account */
            pageName: string | null;
        };
        StartConnectTransactionResponse: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uri
             * @description The platform's own page; go there in the same tab
             */
            redirectTo: string;
            /** @description Accounts connected already that must stay ticked there; a choice without them cuts them off */
            keepTicked: components["schemas"]["SiblingResponse"][];
        };
        UnfinishedTransactionResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            /** @enum {string} */
            status: "SETUP_UNFINISHED";
            /**
             * Format: uuid
             * @description Set for an authentication that repairs
             */
            socialAccountId: string | null;
            /**
             * Format: date-time
             * @description Until then it can be finished
             */
            expiresAt: string;
        };
        UnfinishedTransactionsResponse: {
            items: components["schemas"]["UnfinishedTransactionResponse"][];
        };
        CandidateResponse: {
            /** @description Send it back to confirm */
            id: string;
            handle: string | null;
            name: string | null;
            pictureUrl: string | null;
            followers: number | null;
            /** @description Whether it can be chosen */
            eligible: boolean;
            /** @description Why it can not be chosen, e.g. page_without_instagram or other_account */
            reason?: string;
            /** @description The Facebook Page that leads to the account */
            pageName?: string;
        };
        LeftOutResponse: {
            handle: string | null;
            /** @example oauth.platform_unavailable */
            code: string;
            title: string;
            nextStep: string;
        };
        DiagnosisFactsResponse: {
            /** @description Names of the Pages that the cause is about */
            pages: string[];
            /** @description Permissions that were not ticked */
            missingScopes: string[];
            expectedHandle: string | null;
            /** @description Accounts that came back instead */
            arrivedHandles: string[];
        };
        DiagnosisResponse: {
            /**
             * @description Why no account could be connected: exactly one cause
             * @enum {string}
             */
            cause: "no_page" | "page_without_instagram" | "page_not_ticked" | "instagram_not_ticked" | "permissions_not_ticked" | "personal_account" | "expected_not_offered" | "placeholder_page" | "page_in_portfolio" | "on_another_page" | "page_access_missing" | "no_channel" | "consent_refused";
            /**
             * @description Stable, described in /docs/errors
             * @example oauth.instagram_no_page
             */
            code: string;
            title: string;
            /** @description The one thing to do now */
            nextStep: string;
            /**
             * @description Which button the next step ends with
             * @enum {string}
             */
            remedy: "check_again" | "ask_again";
            /** @description POST …/checks looks again without a new login */
            canCheckAgain: boolean;
            facts: components["schemas"]["DiagnosisFactsResponse"];
        };
        ConnectErrorResponse: {
            /** @example oauth.scopes_missing */
            code: string;
            title: string;
            nextStep: string;
            missingScopes?: string[];
            expectedHandle?: string;
            arrivedHandle?: string;
            /** @description Where nothing explains the failure: with it the operator finds the answer */
            reference?: string;
        };
        ReadConnectTransactionResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            /**
             * @description SETUP_UNFINISHED: the platform said yes, nothing is stored before the person confirms
             * @enum {string}
             */
            status: "PENDING" | "SETUP_UNFINISHED" | "DONE" | "FAILED";
            /** @description Filled while the status is SETUP_UNFINISHED */
            candidates: components["schemas"]["CandidateResponse"][];
            /** @description Connected social accounts; filled when the status is DONE */
            socialAccountIds: string[];
            /** @description Chosen accounts that could not be connected with the others */
            leftOut: components["schemas"]["LeftOutResponse"][];
            /** @description Connected accounts that the new consent no longer covers */
            lostSiblings: components["schemas"]["SiblingResponse"][];
            /** @description Set when no account can be chosen */
            diagnosis?: components["schemas"]["DiagnosisResponse"];
            /** @description Whether this person may add another account than the expected one as a new one */
            canAddAsNew: boolean;
            error?: components["schemas"]["ConnectErrorResponse"];
        };
        ConfirmConnectTransactionRequest: {
            candidateIds: string[];
        };
        NextEndResponse: {
            /**
             * Format: date-time
             * @description What no renewal of ours can move
             */
            at: string | null;
            daysLeft: number | null;
            /** @enum {string} */
            renewal: "automatic" | "by_person";
            /** @description The platform told no end: the authorization is looked at daily */
            unknown: boolean;
        };
        FieldPromiseResponse: {
            /** @example audience */
            data: string;
            collected: boolean;
            /** @description Permissions that keep it away */
            missingPermissions: string[];
        };
        RevocationReceiptResponse: {
            /** @enum {string} */
            outcome: "pending" | "told" | "consent_in_use" | "not_needed" | "given_up";
            /** Format: date-time */
            tokenDestroyedAt: string;
            /** Format: date-time */
            platformToldAt: string | null;
        };
        AuthorizationResponse: {
            /** Format: uuid */
            socialAccountId: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            scopes: string[];
            missingScopes: string[];
            /**
             * @description How the person was known
             * @enum {string}
             */
            authorizedBy: "influencer" | "link" | "applicant";
            /** Format: date-time */
            authorizedAt: string;
            /** @enum {string} */
            flow: "application" | "link" | "dashboard";
            /** Format: date-time */
            dataAccessUntil: string | null;
            /** Format: date-time */
            renewableUntil: string | null;
            nextEnd: components["schemas"]["NextEndResponse"];
            /** @description What the authorization yields, and what not and why */
            fields: components["schemas"]["FieldPromiseResponse"][];
            /** @description Why it ended */
            cause: string | null;
            /** @description Rule that decided, e.g. instagram.profile.190/460 */
            rule: string | null;
            /** @description The platform's answer without anything personal */
            platformAnswer: Record<string, never> | null;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description Last look at the platform
             */
            checkedAt: string | null;
            /** @enum {string|null} */
            lastOutcome: "alive" | "ended" | "unknown" | null;
            receipt: components["schemas"]["RevocationReceiptResponse"] | null;
        };
        VerificationResponse: {
            /**
             * @description unknown: nothing was learned, nothing changed
             * @enum {string}
             */
            outcome: "alive" | "ended" | "unknown";
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
        };
        SendInviteRequest: {
            /**
             * Format: uuid
             * @description An account that is here; else influencerId and handle
             */
            socialAccountId?: string;
            /** Format: uuid */
            influencerId?: string;
            /** @description Of somebody whose TikTok account is not here; it is added when they join */
            handle?: string;
        };
        InviteResponse: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description null: they have none here yet
             */
            socialAccountId: string | null;
            /** Format: uuid */
            influencerId: string;
            handle: string;
            /** @enum {string} */
            state: "SENDING" | "BY_HAND" | "INVITED" | "ACCEPTED" | "REJECTED" | "EXPIRED";
            /** @description Rules that TikTok named when it rejected the invitation */
            failedRules: ("minimum_followers" | "supported_country" | "minimum_age" | "personal_account" | "recent_posts" | "recent_views" | "suitable_content" | "marketplace_creator" | "rejected_by_tiktok")[];
            /** @description BY_HAND: what a person of the agency does now, step by step */
            instructions: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
        };
        ListInvitesResponse: {
            items: components["schemas"]["InviteResponse"][];
            nextCursor: string | null;
        };
        RuleResponse: {
            /** @enum {string} */
            rule: "minimum_followers" | "supported_country" | "minimum_age" | "personal_account" | "recent_posts" | "recent_views" | "suitable_content";
            /** @enum {string} */
            outcome: "met" | "not_met" | "unknown";
            /** @description One sentence in English */
            explanation: string;
            /** @description The number that the rule asks for; null: it asks for none */
            least: number | null;
            /** @description What there is of it; null: not known */
            actual: number | null;
        };
        EligibilityResponse: {
            /** @description False as soon as one rule is known to fail; unknown rules do not block */
            mayBeInvited: boolean;
            /**
             * Format: date
             * @description Date of the rules that were applied
             */
            rulesOf: string;
            rules: components["schemas"]["RuleResponse"][];
        };
        MembershipResponse: {
            /** @enum {string} */
            marketplace: "TTCM" | "INVITED" | "NON_TTCM";
            /**
             * @description Why the state is not known, and NON_TTCM only counts for it: TikTok told no handle, does not know the handle, was not asked yet, or left it out of its answer; null: it is known
             * @enum {string|null}
             */
            unknownBecause: "handle_not_told" | "handle_unknown" | "not_asked" | "no_answer" | null;
        };
        AgencyConnectionResponse: {
            /** @enum {string} */
            state: "NOT_CONNECTED" | "CONNECTED" | "REAUTH";
            /** @description Whether this installation has an app at the marketplace; without one nothing can be connected */
            available: boolean;
            /**
             * @description "hand": the marketplace takes no invitations from this installation; a person of the agency sends them
             * @enum {string}
             */
            invitesBy: "api" | "hand";
            accountId: string | null;
            accountName: string | null;
            country: string | null;
            /** Format: date-time */
            connectedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * @description Why TikTok accepts the authorization no longer
             * @enum {string|null}
             */
            endCause: "token_refused" | "permission_missing" | null;
        };
        BegunConnectionResponse: {
            /**
             * Format: uri
             * @description TikTok’s own page; open it in this browser
             */
            redirectTo: string;
        };
        RecordMetricResponse: {
            name: string;
            value: number;
            /** Format: date-time */
            asOf: string;
            /**
             * @description Where it comes from, if not from where the record does
             * @enum {string}
             */
            provenance?: "own_grant" | "ttcm" | "public" | "vendor_import";
        };
        PostResponse: {
            platformPostId: string;
            kind: string;
            /** Format: date-time */
            postedAt: string;
            permalink: string | null;
            caption: string | null;
            hashtags: string[];
            metrics: components["schemas"]["RecordMetricResponse"][];
            /** Format: date-time */
            collectedAt: string;
            /**
             * @description Where it comes from
             * @enum {string}
             */
            provenance: "own_grant" | "ttcm" | "public" | "vendor_import";
        };
        ListPostsResponse: {
            items: components["schemas"]["PostResponse"][];
            nextCursor: string | null;
        };
        MetricResponse: {
            name: string;
            value: number;
            /** Format: date-time */
            asOf: string;
        };
        ListMetricsResponse: {
            items: components["schemas"]["MetricResponse"][];
        };
        AudiencePartResponse: {
            /** @example 25-34 */
            key: string;
            value: number;
        };
        AudienceBreakdownResponse: {
            /** @enum {string} */
            dimension: "age" | "gender" | "country" | "city";
            parts: components["schemas"]["AudiencePartResponse"][];
            /** Format: date-time */
            collectedAt: string;
        };
        ProfileResponse: {
            handle: string;
            displayName: string;
            metrics: components["schemas"]["RecordMetricResponse"][];
            audience: components["schemas"]["AudienceBreakdownResponse"][];
            /** Format: date-time */
            collectedAt: string;
            /**
             * @description Where it comes from
             * @enum {string}
             */
            provenance: "own_grant" | "ttcm" | "public" | "vendor_import";
        };
        DailyPointResponse: {
            /** Format: date */
            day: string;
            /** @description At the end of the day, or now; null: not known */
            value: number | null;
            /**
             * Format: date-time
             * @description When the figure became this one
             */
            since: string | null;
            /** @description Why nothing was collected on the whole day */
            gap: string | null;
        };
        MetricSeriesResponse: {
            /**
             * @description `post_…` adds up the collected posts
             * @enum {string}
             */
            name: "followers" | "posts" | "post_views" | "post_reach" | "post_engagements";
            /**
             * @description Why there is no figure at all
             * @enum {string|null}
             */
            lack: "not_collected_yet" | "refused" | "not_told" | null;
            /** @description One for each day, oldest first; none without a figure */
            points: components["schemas"]["DailyPointResponse"][];
        };
        CollectionGapResponse: {
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description null: it goes on
             */
            to: string | null;
            /** @example password_changed */
            cause: string;
        };
        DailyMetricsResponse: {
            /**
             * Format: date-time
             * @description Of when the last figures are
             */
            collectedAt: string | null;
            series: components["schemas"]["MetricSeriesResponse"][];
            /** @description Times without collection that touch these days */
            gaps: components["schemas"]["CollectionGapResponse"][];
        };
        PostsProgress: {
            /** @enum {string} */
            stage: "waiting" | "running" | "done";
            done: number;
            /** @description null: the platform does not say */
            total: number | null;
        };
        ProgressResponse: {
            /** @enum {string} */
            profile?: "waiting" | "running" | "done";
            posts?: components["schemas"]["PostsProgress"];
            /** @enum {string} */
            audience?: "waiting" | "running" | "done";
        };
        CollectionResponse: {
            /** @enum {string} */
            status: "open" | "closed";
            /**
             * @description Where the figures come from
             * @enum {string}
             */
            source: "instagram_graph" | "tiktok_display" | "youtube_data" | "tiktok_display_and_ttcm" | "ttcm";
            /** @description Why nothing is collected */
            closedCause: string | null;
            /** Format: date-time */
            lastCollectedAt: string | null;
            /** Format: date-time */
            nextAt: string | null;
            /** @description Rule of the last failure, e.g. instagram:80002 */
            lastError: string | null;
            /** @description Why the Creator Marketplace told nothing the last time, where the owner’s permission did: `ttcm.…` */
            marketplaceError: string | null;
            /** @description Stages with counts */
            progress: components["schemas"]["ProgressResponse"];
        };
        FiguresResponse: {
            posts: number;
            /** @description null: no platform told it */
            reach: number | null;
            views: number | null;
            /** @description Likes, comments, shares and saves */
            engagements: number | null;
        };
        ReportedAccountResponse: {
            posts: number;
            /** @description null: no platform told it */
            reach: number | null;
            views: number | null;
            /** @description Likes, comments, shares and saves */
            engagements: number | null;
            /** Format: uuid */
            id: string;
            platform: string;
            handle: string;
            /**
             * Format: date-time
             * @description When it was last collected
             */
            asOf: string;
        };
        ReportedInfluencerResponse: {
            posts: number;
            /** @description null: no platform told it */
            reach: number | null;
            views: number | null;
            /** @description Likes, comments, shares and saves */
            engagements: number | null;
            /** Format: uuid */
            id: string;
            name: string;
            accounts: components["schemas"]["ReportedAccountResponse"][];
        };
        MissingAccountResponse: {
            /** Format: uuid */
            id: string;
            platform: string;
            handle: string;
        };
        MissingPartResponse: {
            /** Format: uuid */
            influencerId: string;
            influencerName: string;
            /** @description null: the influencer has no account */
            account: components["schemas"]["MissingAccountResponse"] | null;
            /** @enum {string} */
            reason: "no_account" | "not_authenticated" | "reauth" | "revoked" | "paused" | "marketplace_closed" | "not_collected_yet";
            /** Format: date-time */
            since: string | null;
        };
        CampaignReportResponse: {
            /**
             * Format: date
             * @description First day, UTC; null: from the beginning
             */
            startsOn: string | null;
            /**
             * Format: date
             * @description Last day, UTC; null: no end
             */
            endsOn: string | null;
            /**
             * Format: date-time
             * @description All figures are at least as fresh as this; null: nothing was collected
             */
            asOf: string | null;
            totals: components["schemas"]["FiguresResponse"];
            influencers: components["schemas"]["ReportedInfluencerResponse"][];
            /** @description What is missing or stands still, and why */
            missing: components["schemas"]["MissingPartResponse"][];
        };
        MissingAccountsResponse: {
            /** @example password_changed */
            cause: string;
            /** @description Number of accounts */
            accounts: number;
        };
        CampaignPointResponse: {
            /** Format: date */
            day: string;
            /** @description At the end of the day, or now; null: not known */
            value: number | null;
            /**
             * Format: date-time
             * @description When the figure became this one
             */
            since: string | null;
            /** @description Why nothing was collected on the whole day */
            gap: string | null;
            /** @description Accounts that were not collected on that day, though others were: their last figures are in the sum */
            missing: components["schemas"]["MissingAccountsResponse"][];
        };
        CampaignSeriesResponse: {
            /** @enum {string} */
            name: "reach" | "views" | "engagements";
            /**
             * @description Why there is no figure at all
             * @enum {string|null}
             */
            lack: "not_begun" | "no_posts" | "not_told" | "not_in_days" | null;
            /** @description One for each day, UTC, oldest first; none without a figure */
            points: components["schemas"]["CampaignPointResponse"][];
        };
        CampaignDaysResponse: {
            series: components["schemas"]["CampaignSeriesResponse"][];
        };
        CampaignPostResponse: {
            platformPostId: string;
            kind: string;
            /** Format: date-time */
            postedAt: string;
            permalink: string | null;
            caption: string | null;
            hashtags: string[];
            metrics: components["schemas"]["RecordMetricResponse"][];
            /** Format: date-time */
            collectedAt: string;
            /**
             * @description Where it comes from
             * @enum {string}
             */
            provenance: "own_grant" | "ttcm" | "public" | "vendor_import";
            /** Format: uuid */
            influencerId: string;
            influencerName: string;
            /** Format: uuid */
            socialAccountId: string;
            platform: string;
            handle: string;
            counted: boolean;
            /** @description Somebody decided so; otherwise the dates of the campaign did */
            decided: boolean;
        };
        ListCampaignPostsResponse: {
            items: components["schemas"]["CampaignPostResponse"][];
            nextCursor: string | null;
        };
        DecideCampaignPostRequest: {
            counted: boolean;
        };
        OwnCollectionResponse: {
            /** Format: uuid */
            accountId: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            /** @enum {string} */
            source: "instagram_graph" | "tiktok_display" | "youtube_data" | "tiktok_display_and_ttcm" | "ttcm";
            /** @description It goes on; false: paused, lapsed or taken back */
            isOpen: boolean;
            /** Format: date-time */
            firstAt: string | null;
            /** Format: date-time */
            lastAt: string | null;
            posts: number;
            /** @description Figures at all times, of the account and of its posts */
            figures: number;
            /** @description Breakdowns of the audience */
            audience: string[];
            /**
             * Format: date-time
             * @description When it is deleted, hidden from everybody until then; null: that is not due
             */
            deletedOn: string | null;
        };
        ListOwnCollectionsResponse: {
            items: components["schemas"]["OwnCollectionResponse"][];
        };
        ImportVendorDataRequest: {
            /**
             * @description Who told it; kept with every record
             * @example Example Insights
             */
            vendor: string;
            /** @description CSV with a header line: social_account_id, and optionally platform_post_id (without it: the profile), posted_at, permalink; every further column is a figure */
            csv?: string;
            /** @description The same as JSON, instead of a CSV, with the figures in "metrics" */
            records?: Record<string, never>[];
        };
        ImportedVendorRowResponse: {
            /** @description Why it was refused, as documented in docs/errors.md */
            code?: string;
            /** @description The same in English words */
            title?: string;
            /** @description What to do now */
            nextStep?: string;
            errors?: components["schemas"]["FieldFaultResponse"][];
            /** @description Line of the file, the header being 1; of JSON the record, from 1 */
            line: number;
            /** @enum {string} */
            outcome: "stored" | "refused";
        };
        ImportVendorDataResponse: {
            stored: number;
            refused: number;
            rows: components["schemas"]["ImportedVendorRowResponse"][];
        };
        VendorPurgeResponse: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            socialAccountId: string;
            /** Format: uuid */
            influencerId: string;
            /** @enum {string} */
            cause: "marketplace_member" | "by_member";
            profiles: number;
            posts: number;
            /** @description Items of contact information in reports */
            contacts: number;
            /** Format: date-time */
            purgedAt: string;
        };
        ListVendorPurgesResponse: {
            items: components["schemas"]["VendorPurgeResponse"][];
            nextCursor: string | null;
        };
        VendorRecordResponse: {
            /** @enum {string} */
            kind: "profile" | "post";
            /** @enum {string} */
            provenance: "own_grant" | "ttcm" | "public" | "vendor_import";
            vendor: string;
            platformPostId: string | null;
            /** Format: date-time */
            postedAt: string | null;
            permalink: string | null;
            metrics: {
                [key: string]: number;
            };
            /** Format: date-time */
            importedAt: string;
        };
        VendorDataResponse: {
            /** @description How many profiles a removal deletes */
            profiles: number;
            /** @description How many posts a removal deletes */
            posts: number;
            /** @description How many items of contact information a removal deletes from reports */
            contacts: number;
            /** @description The first 100 */
            items: components["schemas"]["VendorRecordResponse"][];
        };
        PurgeVendorDataRequest: {
            /**
             * @description Only says what would be deleted
             * @default false
             */
            dryRun?: boolean;
        };
        PurgeVendorDataResponse: {
            dryRun: boolean;
            profiles: number;
            posts: number;
            /** @description Items of contact information in reports */
            contacts: number;
        };
        MessageResponse: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            influencerId: string | null;
            socialAccountIds: string[];
            kind: string;
            /** @enum {string} */
            status: "QUEUED" | "SENDING" | "SENT" | "FAILED" | "CANCELLED" | "UNCONFIRMED";
            /** @example no_sender */
            failure: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            sentAt: string | null;
            /**
             * Format: uuid
             * @description The request that it asks to fulfil
             */
            authorizationRequestId: string | null;
            /**
             * Format: date-time
             * @description When somebody first pressed Begin on the page of its link; looking at it does not count
             */
            linkOpenedAt: string | null;
            /**
             * Format: date-time
             * @description When nothing of its request was left to do
             */
            requestFinishedAt: string | null;
        };
        ListMessagesResponse: {
            items: components["schemas"]["MessageResponse"][];
            nextCursor: string | null;
        };
        MailboxResponse: {
            name: string;
            /** Format: email */
            address: string;
        };
        PreviewRequestResponse: {
            /**
             * @description Language of the mail
             * @example en
             */
            locale: string;
            to: components["schemas"]["MailboxResponse"];
            /** @description null: there is no verified outbound address, so nothing would be sent */
            from: components["schemas"]["MailboxResponse"] | null;
            subject: string;
            /** @description The text part; a sample stands where the link will be */
            text: string;
        };
        OutboundEmailResponse: {
            /** @enum {string} */
            status: "NOT_SET" | "PENDING" | "FAILED" | "VERIFIED";
            /** @description The ways that this installation has */
            available: ("smtp" | "ses")[];
            /** @description In use now */
            address: string | null;
            /**
             * @description How mails of the address in use leave
             * @enum {string}
             */
            via: "smtp" | "ses";
            /** @description Waits for its confirmation, or failed to get it */
            pendingAddress: string | null;
            /** @enum {string|null} */
            pendingStatus: "PENDING" | "FAILED" | null;
            /** @enum {string|null} */
            pendingVia: "smtp" | "ses" | null;
            /**
             * @description Whose mail holds the link to press: ours, or the one of Amazon Web Services
             * @enum {string|null}
             */
            confirmationFrom: "us" | "aws" | null;
            /** Format: date-time */
            verifiedAt: string | null;
        };
        SetOutboundEmailRequest: {
            /** Format: email */
            address: string;
            /**
             * @description How mails leave; see "available"
             * @default smtp
             * @enum {string}
             */
            via?: "smtp" | "ses";
        };
        TestMailResponse: {
            /** Format: email */
            sentTo: string;
        };
        ConfirmOutboundEmailRequest: {
            /** @description From the link in the confirmation mail */
            token: string;
        };
        ConfirmOutboundEmailResponse: {
            /**
             * @description "PENDING": Amazon Web Services have to confirm it, too
             * @enum {string}
             */
            status: "VERIFIED" | "PENDING";
        };
        AddresseeResponse: {
            /** Format: uuid */
            influencerId: string;
            /**
             * Format: date-time
             * @description When the creator asked for no more
             */
            remindersStoppedAt: string | null;
            /**
             * Format: date-time
             * @description When their mailbox was found gone
             */
            bouncedAt: string | null;
            /**
             * Format: date-time
             * @description When they called a mail unwanted
             */
            complainedAt: string | null;
        };
        StoppedResponse: {
            /** @enum {string} */
            status: "stopped";
        };
        DigestSetting: {
            /**
             * @description Until a member chooses: weekly, and off for viewers. On days on which no account needs its owner none comes
             * @enum {string}
             */
            frequency: "off" | "daily" | "weekly";
        };
        NoticeInfluencer: {
            /** Format: uuid */
            id: string;
            /** @description null: gone by now */
            name: string | null;
        };
        NoticeAccount: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            platform: "instagram" | "tiktok" | "youtube";
            handle: string;
        };
        NoticeResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "reauth" | "bounced" | "complained" | "marketplace-joined" | "marketplace-ended" | "member-joined" | "merge-declined" | "another-account" | "access-report";
            influencer: components["schemas"]["NoticeInfluencer"] | null;
            /**
             * Format: uuid
             * @description The member whom it is about
             */
            userId: string | null;
            /** @description null: about no account, or it is gone by now */
            socialAccount: components["schemas"]["NoticeAccount"] | null;
            read: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        ListNoticesResponse: {
            items: components["schemas"]["NoticeResponse"][];
            nextCursor: string | null;
        };
        UnreadResponse: {
            /** @description 100 stands for 100 and more */
            count: number;
        };
        ReadAllRequest: {
            /**
             * Format: uuid
             * @description The newest notice that you have seen
             */
            upTo: string;
        };
        NoticeSettingResponse: {
            /** @enum {string} */
            kind: "reauth" | "bounced" | "complained" | "marketplace-joined" | "marketplace-ended" | "member-joined" | "merge-declined" | "another-account" | "access-report";
            enabled: boolean;
        };
        NoticeSettingsResponse: {
            items: components["schemas"]["NoticeSettingResponse"][];
        };
        SetNoticeRequest: {
            enabled: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    StopRemindersController_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the mail */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    StopRemindersController_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the mail */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppedResponse"];
                };
            };
        };
    };
    StopDigestController_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the mail */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    StopDigestController_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the mail */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppedResponse"];
                };
            };
        };
    };
    AccessReportController_read: {
        parameters: {
            query?: {
                /** @description First day, UTC; without it the month that ended last */
                from?: string;
                /** @description Last day, UTC; goes with `from` */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReportResponse"];
                };
            };
        };
    };
    AccessReportController_file: {
        parameters: {
            query?: {
                /** @description First day, UTC; without it the month that ended last */
                from?: string;
                /** @description Last day, UTC; goes with `from` */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    AddresseesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                influencerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddresseeResponse"];
                };
            };
        };
    };
    AddresseesController_lift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                influencerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddresseeResponse"];
                };
            };
        };
    };
    ListApiKeysController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListApiKeysResponse"];
                };
            };
        };
    };
    CreateApiKeyController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateApiKeyResponse"];
                };
            };
        };
    };
    RevokeApiKeyController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ApplicationFormController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationFormResponse"];
                };
            };
        };
    };
    BeginApplicationController_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginApplicationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    ProveEmailController_send: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendApplicationCodeRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ContinueElsewhereController_go: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContinueApplicationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    ContinueElsewhereController_send: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProveEmailController_prove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveEmailRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ApplicationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                status?: "submitted" | "approved" | "declined";
                groupId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListApplicationsResponse"];
                };
            };
        };
    };
    ApplicationsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
        };
    };
    OwnApplicationController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OwnApplicationController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeApplicationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationResponse"];
                };
            };
        };
    };
    ApplicationsController_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
        };
    };
    ApplicationsController_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
        };
    };
    OwnApplicationController_disconnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OwnApplicationController_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationResponse"];
                };
            };
        };
    };
    OwnApplicationController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApplicationResponse"];
                };
            };
        };
    };
    AuthorizationRequestsController_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAuthorizationLinkRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationLinkResponse"];
                };
            };
        };
    };
    AuthorizationRequestsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                influencerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAuthorizationRequestsResponse"];
                };
            };
        };
    };
    AuthorizationRequestsController_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAuthorizationRequestRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationRequestResponse"];
                };
            };
        };
    };
    AuthorizationRequestsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationRequestResponse"];
                };
            };
        };
    };
    AuthorizationRequestsController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationRequestResponse"];
                };
            };
        };
    };
    AuthorizationRequestsController_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationRequestResponse"];
                };
            };
        };
    };
    CampaignsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCampaignsResponse"];
                };
            };
        };
    };
    CampaignsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCampaignRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignResponse"];
                };
            };
        };
    };
    CampaignsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignResponse"];
                };
            };
        };
    };
    CampaignsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CampaignsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCampaignRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignResponse"];
                };
            };
        };
    };
    CampaignsController_attention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttentionResponse"];
                };
            };
        };
    };
    CampaignsController_forecast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastResponse"];
                };
            };
        };
    };
    CampaignsController_influencers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListInfluencersResponse"];
                };
            };
        };
    };
    CampaignsController_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCampaignInfluencerRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignResponse"];
                };
            };
        };
    };
    CampaignsController_removeInfluencer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                influencerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CampaignReportsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignReportResponse"];
                };
            };
        };
    };
    CampaignReportsController_daily: {
        parameters: {
            query?: {
                /** @description The last days, today included; without it the days of the campaign up to today, 366 at most */
                days?: number;
                /** @description Only the posts of this influencer */
                influencerId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignDaysResponse"];
                };
            };
        };
    };
    CampaignExportsController_daily: {
        parameters: {
            query?: {
                format?: "csv" | "parquet";
                /** @description The last days, today included; without it the days of the campaign up to today, 366 at most */
                days?: number;
                /** @description Only the posts of this influencer */
                influencerId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
        };
    };
    CampaignExportsController_posts: {
        parameters: {
            query?: {
                format?: "csv" | "parquet";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
        };
    };
    CampaignExportsController_totals: {
        parameters: {
            query?: {
                format?: "csv" | "parquet";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
        };
    };
    CampaignReportsController_posts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                /** @description false: the posts that do not count */
                counted?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCampaignPostsResponse"];
                };
            };
        };
    };
    CampaignReportsController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                socialAccountId: string;
                platformPostId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideCampaignPostRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ConnectTransactionsController_unfinished: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnfinishedTransactionsResponse"];
                };
            };
        };
    };
    ConnectTransactionsController_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartConnectTransactionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartConnectTransactionResponse"];
                };
            };
        };
    };
    ConnectTransactionsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadConnectTransactionResponse"];
                };
            };
        };
    };
    ConnectTransactionsController_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadConnectTransactionResponse"];
                };
            };
        };
    };
    ConnectTransactionsController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmConnectTransactionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadConnectTransactionResponse"];
                };
            };
        };
    };
    ConnectTransactionsController_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadConnectTransactionResponse"];
                };
            };
        };
    };
    DigestSettingController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestSetting"];
                };
            };
        };
    };
    DigestSettingController_choose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DigestSetting"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestSetting"];
                };
            };
        };
    };
    DiscoveryController_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchProfilesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchProfilesResponse"];
                };
            };
        };
    };
    DiscoveryController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDiscoverySourcesResponse"];
                };
            };
        };
    };
    ErasureReceiptsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureReceiptRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureReceiptResponse"];
                };
            };
        };
    };
    LiveUpdatesController_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    InfluencerGroupsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListInfluencerGroupsResponse"];
                };
            };
        };
    };
    InfluencerGroupsController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InfluencerGroupRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerGroupResponse"];
                };
            };
        };
    };
    InfluencerGroupsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    InfluencerGroupsController_rename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InfluencerGroupRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerGroupResponse"];
                };
            };
        };
    };
    ApplicationLinkController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationLinkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerGroupResponse"];
                };
            };
        };
    };
    ApplicationLinkController_renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerGroupResponse"];
                };
            };
        };
    };
    InfluencerGroupsController_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                influencerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    InfluencerGroupsController_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                influencerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    InfluencersController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                /** @description Beginnings of words of name, address or handle */
                search?: string;
                /** @description With authState and marketplace: one account meets all of them */
                platform?: "instagram" | "tiktok" | "youtube";
                /** @description ATTENTION: the account needs its owner, for it is not authenticated and nobody paused it */
                authState?: "NON_AUTH" | "AUTHENTICATED" | "REAUTH" | "ATTENTION";
                marketplace?: "TTCM" | "INVITED" | "NON_TTCM";
                groupId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListInfluencersResponse"];
                };
            };
        };
    };
    InfluencersController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddInfluencerRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerResponse"];
                };
            };
        };
    };
    InfluencersController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerResponse"];
                };
            };
        };
    };
    EraseInfluencerController_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    InfluencersController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeInfluencerRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerResponse"];
                };
            };
        };
    };
    MergeInfluencersController_preview: {
        parameters: {
            query: {
                /** @description The entry that would become part of this one */
                other: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreviewResponse"];
                };
            };
        };
    };
    MergeInfluencersController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MergeInfluencersController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergesResponse"];
                };
            };
        };
    };
    MergeInfluencersController_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeResponse"];
                };
            };
        };
    };
    NotesController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListNotesResponse"];
                };
            };
        };
    };
    NotesController_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddNoteRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteResponse"];
                };
            };
        };
    };
    NotesController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    EraseInfluencerController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldResponse"];
                };
            };
        };
    };
    InfluencersController_accountsOf: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSocialAccountsResponse"];
                };
            };
        };
    };
    ExportInfluencersController_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    ImportInfluencersController_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportInfluencersRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportInfluencersResponse"];
                    "application/x-ndjson": components["schemas"]["ImportLine"];
                };
            };
        };
    };
    InstallController_install: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstallRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstallResponse"];
                };
            };
        };
    };
    RenewLinkController_renew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewLinkRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ViewLinkController_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkSessionResponse"];
                };
            };
        };
    };
    BeginLinkController_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkSessionResponse"];
                };
            };
        };
    };
    ProveLinkController_prove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveLinkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkSessionResponse"];
                };
            };
        };
    };
    MemberInvitationsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListInvitationsResponse"];
                };
            };
        };
    };
    MemberInvitationsController_invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvitationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationResponse"];
                };
            };
        };
    };
    MemberInvitationsController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AcceptInvitationController_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    ResolveInvitationController_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationTokenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolveInvitationResponse"];
                };
            };
        };
    };
    ListMembersController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListMembersResponse"];
                };
            };
        };
    };
    RemoveMemberController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ChangeMemberController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMemberRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MessagesController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                influencerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListMessagesResponse"];
                };
            };
        };
    };
    PreviewRequestController_show: {
        parameters: {
            query: {
                influencerId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewRequestResponse"];
                };
            };
        };
    };
    PostsController_metrics: {
        parameters: {
            query: {
                socialAccountId: string;
                /** @description The platform's id of a post; the account's own figures without it */
                platformPostId?: string;
                name?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListMetricsResponse"];
                };
            };
        };
    };
    NoticeSettingsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettingsResponse"];
                };
            };
        };
    };
    NoticeSettingsController_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "reauth" | "bounced" | "complained" | "marketplace-joined" | "marketplace-ended" | "member-joined" | "merge-declined" | "another-account" | "access-report";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetNoticeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettingsResponse"];
                };
            };
        };
    };
    NoticesController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                /** @description Only what you have not read */
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListNoticesResponse"];
                };
            };
        };
    };
    NoticesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    NoticesController_unreadAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    NoticesController_readAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadAllRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    NoticesController_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadResponse"];
                };
            };
        };
    };
    ReadOperationsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationsResponse"];
                };
            };
        };
    };
    DeadLettersController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "parked" | "blocked" | "replayed" | "discarded";
            };
            header?: never;
            path: {
                service: "accounts" | "oauth" | "ttcm" | "collector" | "notifications";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDeadLettersResponse"];
                };
            };
        };
    };
    DeadLettersController_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "accounts" | "oauth" | "ttcm" | "collector" | "notifications";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecideDeadLetterResponse"];
                };
            };
        };
    };
    DeadLettersController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "accounts" | "oauth" | "ttcm" | "collector" | "notifications";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecideDeadLetterResponse"];
                };
            };
        };
    };
    OrganisationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOperatorOrganisationsResponse"];
                };
            };
        };
    };
    OrganisationsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrganisationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorOrganisation"];
                };
            };
        };
    };
    OrganisationsController_inviteOwner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteOwnerRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorOrganisation"];
                };
            };
        };
    };
    OrganisationsController_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationResponse"];
                };
            };
        };
    };
    OrganisationsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOrganisationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationResponse"];
                };
            };
        };
    };
    InfluencerFieldsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerFieldsDto"];
                };
            };
        };
    };
    InfluencerFieldsController_replace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InfluencerFieldsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerFieldsDto"];
                };
            };
        };
    };
    OutboundEmailController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundEmailResponse"];
                };
            };
        };
    };
    OutboundEmailController_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOutboundEmailRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundEmailResponse"];
                };
            };
        };
    };
    OutboundEmailController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmOutboundEmailRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmOutboundEmailResponse"];
                };
            };
        };
    };
    OutboundEmailController_test: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestMailResponse"];
                };
            };
        };
    };
    OwnDataController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDataResponse"];
                };
            };
        };
    };
    OwnCollectionsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOwnCollectionsResponse"];
                };
            };
        };
    };
    EraseOwnController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePreviewResponse"];
                };
            };
        };
    };
    EraseOwnController_erase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseOwnRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EraseOwnResponse"];
                };
            };
        };
    };
    DataExportsController_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DataExportsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentDataExportResponse"];
                };
            };
        };
    };
    DataExportsController_download: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
        };
    };
    ConfirmMergeController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnMergeProposalResponse"];
                };
            };
        };
    };
    ConfirmMergeController_decline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ConfirmMergeController_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DataViewsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDataViewsResponse"];
                };
            };
        };
    };
    RequestPasswordResetController_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordResetRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CompletePasswordResetController_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePasswordResetRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PostsController_list: {
        parameters: {
            query: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                socialAccountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPostsResponse"];
                };
            };
        };
    };
    ReportsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                platform?: "instagram" | "tiktok" | "youtube";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListReportsResponse"];
                };
            };
        };
    };
    ReportsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportResponse"];
                };
            };
        };
    };
    ReportsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReportsController_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddFromReportRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfluencerResponse"];
                };
            };
        };
    };
    ReportsController_importContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportVendorContactsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportVendorContactsResponse"];
                };
            };
        };
    };
    SecondFactorController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorResponse"];
                };
            };
        };
    };
    SecondFactorController_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentResponse"];
                };
            };
        };
    };
    SecondFactorController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SecondFactorController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSecondFactorRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmSecondFactorResponse"];
                };
            };
        };
    };
    SecondFactorController_renew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesResponse"];
                };
            };
        };
    };
    SignInController_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    CurrentSessionController_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    SignOutController_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SwitchOrganisationController_switch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchOrganisationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    StepUpController_prove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    StepUpCodesController_send: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UseSignInLinkController_use: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseSignInLinkRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    RequestSignInLinkController_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestSignInLinkRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SocialAccountsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                platform?: "instagram" | "tiktok" | "youtube";
                authState?: "NON_AUTH" | "AUTHENTICATED" | "REAUTH";
                influencerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSocialAccountsResponse"];
                };
            };
        };
    };
    SocialAccountsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialAccountResponse"];
                };
            };
        };
    };
    RemoveAccountController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuthorizationsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationResponse"];
                };
            };
        };
    };
    AuthorizationsController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationResponse"];
                };
            };
        };
    };
    AuthorizationsController_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationResponse"];
                };
            };
        };
    };
    CollectionsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionResponse"];
                };
            };
        };
    };
    CollectionsController_collectNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionResponse"];
                };
            };
        };
    };
    ExportsController_audience: {
        parameters: {
            query?: {
                format?: "csv" | "parquet";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
        };
    };
    ExportsController_metrics: {
        parameters: {
            query?: {
                format?: "csv" | "parquet";
                /** @description Today is the last of them */
                days?: number;
                /** @description Where the days begin and end */
                timeZone?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
        };
    };
    ExportsController_posts: {
        parameters: {
            query?: {
                format?: "csv" | "parquet";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
        };
    };
    SocialAccountsController_historyOf: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListHistoryResponse"];
                };
            };
        };
    };
    DailyMetricsController_list: {
        parameters: {
            query?: {
                /** @description Today is the last of them */
                days?: number;
                /** @description Where the days begin and end */
                timeZone?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyMetricsResponse"];
                };
            };
        };
    };
    PauseController_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialAccountResponse"];
                };
            };
        };
    };
    PauseController_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialAccountResponse"];
                };
            };
        };
    };
    PostsController_listOfAccount: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPostsResponse"];
                };
            };
        };
    };
    ProfileController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileResponse"];
                };
            };
        };
    };
    RemoveAccountController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldResponse"];
                };
            };
        };
    };
    VendorDataController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorDataResponse"];
                };
            };
        };
    };
    VendorDataController_purge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurgeVendorDataRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeVendorDataResponse"];
                };
            };
        };
    };
    PauseController_pauseAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PauseController_resumeAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyConnectionResponse"];
                };
            };
        };
    };
    AgencyController_disconnect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AgencyController_connect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunConnectionResponse"];
                };
            };
        };
    };
    EligibilityController_show: {
        parameters: {
            query: {
                socialAccountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EligibilityResponse"];
                };
            };
        };
    };
    InvitesController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
                influencerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListInvitesResponse"];
                };
            };
        };
    };
    InvitesController_send: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendInviteRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteResponse"];
                };
            };
        };
    };
    InvitesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteResponse"];
                };
            };
        };
    };
    MembershipController_show: {
        parameters: {
            query: {
                socialAccountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipResponse"];
                };
            };
        };
    };
    CurrentUserController_rename: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUserRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    CurrentUserController_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListSessionsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSessionsResponse"];
                };
            };
        };
    };
    SignOutEverywhereController_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    EndSessionController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    VendorDataController_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportVendorDataRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportVendorDataResponse"];
                };
            };
        };
    };
    VendorDataController_purges: {
        parameters: {
            query?: {
                limit?: number;
                /** @description "nextCursor" of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListVendorPurgesResponse"];
                };
            };
        };
    };
}
