import * as z from 'zod/mini';
import { neededText } from '../../../components/form/schemas';

export const groupSchema = z.object({ name: neededText(120) });
