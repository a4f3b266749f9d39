import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../../server/config.ts';

describe('the environment', () => {
  test('may be empty: everything has a value to start with', () => {
    expect(parseConfig({}, '/srv/ordvagg')).toEqual({
      host: '0.0.0.0',
      port: 3000,
      dataDir: join('/srv/ordvagg', '.data'),
      trustedProxy: false,
      logLevel: 'info'
    });
  });

  test('an empty or blank value is none', () => {
    const blank = {
      HOST: '',
      PORT: ' ',
      DATA_DIR: '',
      DATABASE_URL: '',
      ORIGIN: ' ',
      TRUSTED_PROXY: '',
      LOG_LEVEL: ''
    };
    expect(parseConfig(blank, '/srv/ordvagg')).toEqual(parseConfig({}, '/srv/ordvagg'));
  });

  test('every variable is read', () => {
    const config = parseConfig(
      {
        HOST: '127.0.0.1',
        PORT: '0',
        DATA_DIR: '/var/lib/ordvägg',
        DATABASE_URL: 'postgres://o:p@db:5432/ordvagg?host=/run',
        ORIGIN: 'https://Ordvagg.Exempel.se/',
        TRUSTED_PROXY: 'True',
        LOG_LEVEL: 'WARN',
        METRICS_TOKEN: 'm',
        DEMO_KEY: 'd'
      },
      '/srv/ordvagg'
    );
    expect(config).toEqual({
      host: '127.0.0.1',
      port: 0,
      dataDir: '/var/lib/ordvägg',
      databaseUrl: 'postgres://o:p@db:5432/ordvagg?host=/run',
      origin: 'https://ordvagg.exempel.se',
      trustedProxy: true,
      logLevel: 'warn',
      metricsToken: 'm',
      demoKey: 'd'
    });
  });

  test.each([
    ['PORT', 'tre tusen'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['DATABASE_URL', 'mysql://root@db/x'],
    ['DATABASE_URL', 'databasen'],
    ['ORIGIN', 'ordvagg.exempel.se'],
    ['ORIGIN', 'https://ordvagg.exempel.se/app'],
    ['ORIGIN', 'https://anna:hemligt@ordvagg.exempel.se'],
    ['ORIGIN', 'ftp://ordvagg.exempel.se'],
    ['TRUSTED_PROXY', 'kanske'],
    ['LOG_LEVEL', 'högt']
  ])('%s=%s is told in one sentence that names the variable', (name, value) => {
    const read = () => parseConfig({ [name]: value }, '/srv/ordvagg');
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`));
  });

  test('a wrong DATABASE_URL is not repeated: it holds a password', () => {
    const read = () => parseConfig({ DATABASE_URL: 'mysql://root:hemligt@db/x' }, '/srv/ordvagg');
    expect(read).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hemligt') as string })
    );
  });
});
