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
      LOG_LEVEL: '',
      EMBEDDINGS_URL: ' ',
      EMBEDDINGS_MODEL: '',
      EMBEDDINGS_KEY: '',
      SMTP_URL: ' ',
      MAIL_FROM: ''
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
        DEMO_KEY: 'd',
        EMBEDDINGS_URL: 'https://Modell.Exempel.se/',
        EMBEDDINGS_MODEL: ' multilingual-e5-large ',
        EMBEDDINGS_KEY: ' hemligt\n',
        SMTP_URL: 'smtps://o:p@mejl.exempel.se',
        MAIL_FROM: ' Ordvägg <ordvagg@exempel.se> '
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
      demoKey: 'd',
      embeddings: {
        url: 'https://modell.exempel.se/v1/embeddings',
        model: 'multilingual-e5-large',
        key: 'hemligt'
      },
      mail: { url: 'smtps://o:p@mejl.exempel.se', from: 'Ordvägg <ordvagg@exempel.se>' }
    });
  });

  test.each([
    ['http://localhost:11434', 'http://localhost:11434/v1/embeddings'],
    ['http://localhost:11434/', 'http://localhost:11434/v1/embeddings'],
    ['http://localhost:11434/v1/', 'http://localhost:11434/v1/embeddings'],
    ['http://localhost:11434/v1/embeddings', 'http://localhost:11434/v1/embeddings'],
    ['https://exempel.se/modell', 'https://exempel.se/modell/v1/embeddings'],
    ['https://exempel.se/modell/v3/embeddings/', 'https://exempel.se/modell/v3/embeddings']
  ])('EMBEDDINGS_URL=%s is asked at %s, with a model that knows Swedish and no key', (value, url) => {
    expect(parseConfig({ EMBEDDINGS_URL: value }, '/srv/ordvagg').embeddings).toEqual({
      url,
      model: 'bge-m3'
    });
  });

  test('a model or a key without an address turns nothing on', () => {
    const env = { EMBEDDINGS_MODEL: 'bge-m3', EMBEDDINGS_KEY: 'hemligt' };
    expect(parseConfig(env, '/srv/ordvagg').embeddings).toBeUndefined();
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
    ['LOG_LEVEL', 'högt'],
    ['EMBEDDINGS_URL', 'localhost:11434'],
    ['EMBEDDINGS_URL', 'modellen'],
    ['EMBEDDINGS_URL', 'ftp://modell.exempel.se'],
    ['EMBEDDINGS_URL', 'https://modell.exempel.se/?nyckel=hemligt'],
    ['EMBEDDINGS_URL', 'https://modell.exempel.se/#v1'],
    ['EMBEDDINGS_URL', 'https://anna:hemligt@modell.exempel.se'],
    ['SMTP_URL', 'mejl.exempel.se'],
    ['SMTP_URL', 'https://mejl.exempel.se']
  ])('%s=%s is told in one sentence that names the variable', (name, value) => {
    const read = () => parseConfig({ [name]: value }, '/srv/ordvagg');
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`));
  });

  test.each(['hemligt två', 'hemligt\nX-Mer: 1', 'hemligtå'])(
    'EMBEDDINGS_KEY=%j cannot be sent, and is told in one sentence',
    (key) => {
      const env = { EMBEDDINGS_URL: 'http://localhost:11434', EMBEDDINGS_KEY: key };
      expect(() => parseConfig(env, '/srv/ordvagg')).toThrow(/^EMBEDDINGS_KEY [^\n]*\.$/);
    }
  );

  test.each([undefined, 'Ordvägg', 'ordvagg@exempel', 'a@exempel.se, b@exempel.se', 'A <a@exempel.se> B'])(
    'MAIL_FROM=%j is nobody that a letter is from, and is told in one sentence',
    (from) => {
      const env = { SMTP_URL: 'smtp://mejl.exempel.se', MAIL_FROM: from };
      expect(() => parseConfig(env, '/srv/ordvagg')).toThrow(/^MAIL_FROM [^\n]*\.$/);
    }
  );

  test.each([
    ['DATABASE_URL', { DATABASE_URL: 'mysql://root:hemligt@db/x' }],
    ['SMTP_URL', { SMTP_URL: 'smtq://anna:hemligt@mejl.exempel.se' }],
    ['EMBEDDINGS_URL', { EMBEDDINGS_URL: 'https://anna:hemligt@modell.exempel.se' }],
    ['EMBEDDINGS_KEY', { EMBEDDINGS_URL: 'http://localhost', EMBEDDINGS_KEY: 'hemligt två' }]
  ])('a wrong %s is not repeated: it holds a secret', (_, env) => {
    const read = () => parseConfig(env, '/srv/ordvagg');
    expect(read).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hemligt') as string })
    );
  });
});
