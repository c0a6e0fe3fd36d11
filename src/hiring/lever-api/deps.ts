import type { MakeDeps, OpennessDeps } from '#hiring/applications';
import type { PayTable } from '#hiring/process-facts';
import type { FileStore } from '#platform/files';
import type { Log } from '#platform/log';
import type { Scanner } from '#platform/scanner';

/** What the API needs from the rest of the program. */
export type LeverApiDeps = MakeDeps &
  OpennessDeps & {
    files: FileStore;
    scanner: Scanner;
    secret: string;
    log: Log;
    payTables: readonly PayTable[];
    closingSoonDays: number;
    /** Name of the board; null where the organization's English name makes it. */
    siteName: string | null;
    /** Origins of the organization's other sites. */
    otherSites: readonly string[];
  };
