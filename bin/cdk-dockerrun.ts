#!/usr/bin/env node
import * as nodeModule from 'node:module';

// Node.js 22 and later keep what they compile for the next start.
(nodeModule as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

const { runProcess } = module.require('../lib/cli/process') as typeof import('../lib/cli/process');

runProcess();
