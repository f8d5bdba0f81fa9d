// The pages of list 4.
import { check } from './pages.mjs';

check(4);
