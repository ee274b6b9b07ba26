import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { linkCookie, setCookie } from '../../edge/cookies';
import { tokenToKeep } from '../domain/link-token';

const keepSeconds = 30 * 60;

/**
 * Takes the token out of the address bar and asks nobody about it: scanners of mail open links too, and neither they nor
 * anybody else learns here whether a link works. What the cookie holds is an invitation, no permission.
 */
@Controller('a')
export class OpenLinkController {
  @Get(':token')
  @ApiExcludeEndpoint()
  open(@Param('token') token: string, @Res() reply: FastifyReply): void {
    void reply
      .code(303)
      .header('location', '/connect')
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .header('set-cookie', setCookie(linkCookie, tokenToKeep(token), keepSeconds))
      .send();
  }
}
