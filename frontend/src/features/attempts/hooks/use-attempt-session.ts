import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { session } from '../../../lib/http/browser-session';
import { randomId } from '../../../lib/ids';
import { createTransport } from '../api/attempt-transport';
import { readAttempt, type Opening } from '../api/open-attempt';
import { reportIncident } from '../api/report-incident';
import { resultQuery } from '../api/result-queries';
import { AutoSave } from '../lib/autosave';
import { followBrowser } from '../lib/browser-events';
import { keepOnDevice } from '../lib/device-content';
import { DeviceStore } from '../lib/device-store';
import { Incidents } from '../lib/incidents';
import type { TabLead } from '../lib/tab-lead';
import { showToTabs } from '../lib/tab-view';
import { untilDone } from '../lib/until-done';
import { keepingWhileLeading, sendingWhileLeading, untilLeading } from '../lib/while-leading';

/** Asks the browser not to evict what is kept; whether it agrees changes nothing here. */
function askForPersistence(): void {
  void navigator.storage?.persist?.().catch(() => false);
}

/** Takes over what changed on the server while the page was away; false when it could not be asked. */
async function lookAgain(autosave: AutoSave): Promise<boolean> {
  try {
    const { attempt, time } = await readAttempt(autosave.attemptId);
    autosave.refresh(attempt, time, attempt.status === 'OPEN');
    return true;
  } catch {
    // No answer now: the next save brings the time left, and a conflict what others changed.
    return false;
  }
}

/** Goes on with what earlier pages left; their records are deleted once this page's own is on the disk. */
async function takeOver(autosave: AutoSave, opening: Opening): Promise<void> {
  const { attempt, records, findings } = opening;
  if (findings.answers.length === 0) return;
  const position = findings.currentQuestionIndex ?? attempt.currentQuestionIndex;
  await autosave.restore(records, { position, timeSpent: findings.timeSpent });
  if (autosave.getSnapshot().storage !== 'ok') return;
  const store = new DeviceStore(attempt.id);
  for (const { clientId } of records) store.forget(clientId);
}

/** Tells the server's log what is wrong with the copies on this device. Returns the function that ends it. */
function tellOfIncidents(autosave: AutoSave): () => void {
  const { attemptId } = autosave;
  const incidents = new Incidents(attemptId, (incident) => reportIncident(attemptId, incident));
  const stopSending = incidents.start();
  const unsubscribe = autosave.subscribe(() => incidents.look(autosave.getSnapshot()));
  return () => {
    unsubscribe();
    stopSending();
  };
}

/** The autosave of this visit to the attempt: it begins with the page and ends with it. */
export function useAttemptSession(opening: Opening, userId: string, lead: TabLead): AutoSave {
  const queryClient = useQueryClient();
  const [autosave] = useState(() => {
    const { attempt, time } = opening;
    return new AutoSave({
      attemptId: attempt.id,
      userId,
      clientId: randomId(),
      server: { version: attempt.version, answers: attempt.answers },
      currentQuestionIndex: attempt.currentQuestionIndex,
      timeSpent: attempt.timeSpent,
      time,
      away: opening.fromDevice,
      transport: sendingWhileLeading(
        lead,
        createTransport({ attemptId: attempt.id, userId }, (result) => {
          queryClient.setQueryData(resultQuery(attempt.id).queryKey, result);
        }),
      ),
      store: keepingWhileLeading(lead, new DeviceStore(attempt.id, () => untilLeading(lead))),
      random: Math.random,
    });
  });

  useEffect(() => {
    autosave.start();
    askForPersistence();
    const look = () => lookAgain(autosave);
    const endings: (() => void)[] = [];
    const lookAfter = async (sleptMs: number) => {
      if (await look()) return;
      if (sleptMs !== 0) autosave.slept(sleptMs);
      endings.push(untilDone(look));
    };
    endings.push(
      followBrowser(autosave, (sleptMs) => void lookAfter(sleptMs)),
      keepOnDevice(autosave, opening, userId),
      tellOfIncidents(autosave),
      showToTabs(lead.name, opening.attempt, autosave),
      opening.fromDevice ? untilDone(look) : () => undefined,
    );
    void takeOver(autosave, opening);
    return () => {
      autosave.leave();
      autosave.stop();
      for (const end of endings) end();
    };
  }, [autosave, lead, opening, userId]);

  useEffect(
    () =>
      session.subscribe(() => {
        if (session.snapshot().status === 'signed-in') autosave.signedIn();
      }),
    [autosave],
  );

  return autosave;
}
