import { z } from 'zod';
import { countSchema, idSchema, textSchema } from '../schemas';
import { SecretText } from '../secret-text';

const tokenSchema = z
  .string()
  .min(1)
  .transform((value) => new SecretText(value));

/** Meta, Long-lived access tokens. */
export const tokenAnswerSchema = z.object({
  access_token: tokenSchema,
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

const momentSchema = z.number().optional().catch(undefined);

/** Meta, debug_token. */
export const debugTokenSchema = z.object({
  data: z.object({
    app_id: idSchema.optional().catch(undefined),
    type: z.string().optional().catch(undefined),
    user_id: idSchema.optional().catch(undefined),
    profile_id: idSchema.optional().catch(undefined),
    is_valid: z.boolean().catch(false),
    issued_at: momentSchema,
    expires_at: momentSchema,
    data_access_expires_at: momentSchema,
    scopes: z.array(z.string()).catch([]),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(idSchema).optional() }))
      .optional()
      .catch(undefined),
    error: z
      .object({ code: z.number(), subcode: z.number().optional(), error_subcode: z.number().optional() })
      .optional()
      .catch(undefined),
  }),
});
export type DebugToken = z.infer<typeof debugTokenSchema>['data'];

/** Meta, Batch requests: one item per call, null when it was not carried out. */
export const batchSchema = z.array(z.object({ code: z.number(), body: z.string() }).nullable()).length(1);

export const permissionsSchema = z.object({
  data: z.array(z.object({ permission: z.string(), status: z.string() })),
});

const linkedAccountSchema = z.object({
  id: idSchema,
  username: textSchema,
  name: textSchema,
  profile_picture_url: textSchema,
  followers_count: countSchema,
});
export type LinkedAccount = z.infer<typeof linkedAccountSchema>;

export const pageSchema = z.object({
  id: idSchema,
  name: textSchema,
  tasks: z.array(z.string()).optional().catch(undefined),
  access_token: tokenSchema.optional().catch(undefined),
  instagram_business_account: linkedAccountSchema.optional().catch(undefined),
  /** What is connected in the Page's settings, whatever its kind. */
  connected_instagram_account: z.object({ id: idSchema }).optional().catch(undefined),
});
export type Page = z.infer<typeof pageSchema>;

export const pageLinkSchema = pageSchema.pick({ id: true, instagram_business_account: true });

export const pageNameSchema = pageSchema.pick({ id: true, name: true });

export const successSchema = z.object({ success: z.literal(true) });
