import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ModulesContainer } from '@nestjs/core';
import { newId } from '@creator-connect/contracts';
import { PublicRoute, RequirePermission, ServiceRoute } from './access.decorators';
import { assertRoutesDeclared, UndeclaredRoutes } from './assert-routes-declared';
import { allows, permissions, type Permission } from './permissions';
import type { Identity } from './identity';

@Controller('declared')
class Declared {
  @Get('a')
  @RequirePermission('accounts:read')
  a(): void {}

  @Get('b')
  @PublicRoute()
  b(): void {}

  @Get('c')
  @ServiceRoute('oauth')
  c(): void {}
}

@Controller('bare')
class Bare extends Declared {
  @Get('d')
  d(): void {}
}

const modulesWith = async (controller: new () => object) => {
  @Module({ controllers: [controller] })
  class AppModule {}
  const module = await Test.createTestingModule({ imports: [AppModule] }).compile();
  return module.get(ModulesContainer);
};

describe('routes (TE-07)', () => {
  it('start when each declares whom it is for', async () => {
    const modules = await modulesWith(Declared);
    expect(() => assertRoutesDeclared(modules)).not.toThrow();
  });

  it('stop the start when one does not', async () => {
    const modules = await modulesWith(Bare);
    expect(() => assertRoutesDeclared(modules)).toThrow(UndeclaredRoutes);
    expect(() => assertRoutesDeclared(modules)).toThrow('GET Bare.d');
  });
});

describe('who may do what', () => {
  const of = (identity: Partial<Identity>) =>
    permissions.filter((permission) => allows({ kind: 'member', sub: newId(), ...identity }, permission));

  it('gives a viewer no right to change anything', () => {
    expect(of({ role: 'viewer' }).filter((permission) => !permission.endsWith(':read'))).toEqual([]);
  });

  it('lets every role do what the one below it may', () => {
    expect(of({ role: 'admin' })).toEqual(expect.arrayContaining(of({ role: 'viewer' })));
    expect(of({ role: 'owner' })).toEqual(expect.arrayContaining(of({ role: 'admin' })));
  });

  it('never lets a member connect or revoke for a creator (AL-09)', () => {
    for (const role of ['owner', 'admin', 'viewer'] as const) {
      expect(of({ role })).not.toContain('connect:start');
      expect(of({ role })).not.toContain('authorization:revoke');
    }
  });

  it('gives an API key its scopes, and nothing an admin could not do', () => {
    const scopes: Permission[] = ['accounts:read', 'members:write'];
    expect(of({ kind: 'api_key', scopes })).toEqual(['accounts:read']);
    expect(of({ kind: 'api_key' })).toEqual([]);
  });

  it('gives a service none and a member without a role none', () => {
    expect(of({ kind: 'service' })).toEqual([]);
    expect(of({})).toEqual([]);
  });
});
