import { AutoSave } from '../lib/autosave';
import { MemoryStore } from './memory-store';
import { ModelServer } from './model-server';

/** One device of a student, with the page that is open on it now. */
interface Device {
  store: MemoryStore;
  page: AutoSave;
}

/** Two devices of one student with one attempt and nothing in common but the server. */
export class DevicePair {
  readonly server = new ModelServer();
  readonly devices: readonly [Device, Device];
  private pages = 0;

  constructor(private readonly random: () => number) {
    this.devices = [this.newDevice(0), this.newDevice(1)];
  }

  get all(): AutoSave[] {
    return this.devices.map(({ page }) => page);
  }

  page(index: 0 | 1): AutoSave {
    return this.devices[index].page;
  }

  /** The page dies; the next one on the same device goes on with what is left there. */
  async crash(index: 0 | 1): Promise<void> {
    const device = this.devices[index];
    device.page.stop();
    const left = [...device.store.records.values()];
    device.page = this.open(index, device.store);
    await device.page.restore(left, { position: 0, timeSpent: 0 });
    for (const { clientId } of left) device.store.records.delete(clientId);
  }

  /** The device that a page of this id was open on. */
  static deviceOf(clientId: string): string {
    return clientId.slice(0, 'device 0'.length);
  }

  private newDevice(index: 0 | 1): Device {
    const store = new MemoryStore();
    return { store, page: this.open(index, store) };
  }

  private open(index: 0 | 1, store: MemoryStore): AutoSave {
    this.pages += 1;
    return new AutoSave({
      attemptId: 'attempt',
      userId: 'user',
      clientId: `device ${String(index)} page ${String(this.pages)}`,
      server: this.server.copy(),
      currentQuestionIndex: 0,
      timeSpent: 0,
      time: null,
      away: false,
      transport: this.server.transport(),
      store,
      random: this.random,
    });
  }
}
