// Take-over of the site at the root of its host.
import { checkTakeover } from './takeover.mjs';

checkTakeover({ folder: 'dist', base: '/' });
