import { writeFileSync } from 'node:fs';
import { ALL_RULES } from '../../lib/core/rules/registry';
import { rulesPage } from './rules-page';

writeFileSync('docs/RULES.md', rulesPage(ALL_RULES));
