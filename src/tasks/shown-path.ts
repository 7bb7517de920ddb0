import { pathOf } from '../analysis/computation.ts';
import type { Computation, ComputedDeal, ComputedPath } from '../analysis/computed.ts';
import { computeWholeVehicle } from '../analysis/whole-vehicle.ts';
import type { Reading } from '../input/problem.ts';
import { type PathRequest, unknownPath, wantedPath } from './path-page.ts';
import { rememberedComputation } from './remembered.ts';

/** A path asked for, with its figures: those of its column, or of its whole vehicle. */
export interface ShownPath {
  readonly computation: Computation;
  readonly found: ComputedPath;
  /** Undefined when the path is impossible. */
  readonly computed: ComputedDeal | undefined;
}

/** Vehicles already computed, by the column that they go with. */
const vehicles = new WeakMap<ComputedDeal, ComputedDeal | undefined>();

function wholeVehicle(computation: Computation, { path, computed }: ComputedPath): ComputedDeal | undefined {
  if (computed === undefined) return undefined;
  if (!vehicles.has(computed)) {
    const index = computation.dossier.values.paths.findIndex(({ id }) => id === path.id);
    vehicles.set(computed, computeWholeVehicle(computation.dossier, index, computed));
  }
  return vehicles.get(computed);
}

/** The figures that a request asks for. A path that has no vehicle of several sites is refused with its name. */
export function shownPath(request: PathRequest): Reading<ShownPath> {
  const computation = rememberedComputation(request.dossier, wantedPath(request));
  if (!computation.ok) return computation;
  const found = pathOf(computation.value, request.path);
  if (found === undefined) return unknownPath(computation.value, request.path);
  if (request.scope !== 'vehicle' || found.computed === undefined) {
    return { ok: true, value: { computation: computation.value, found, computed: found.computed } };
  }
  const computed = wholeVehicle(computation.value, found);
  if (computed === undefined) {
    return {
      ok: false,
      problems: [
        { path: 'path', message: `« ${found.path.label} » n’est pas une foncière : elle n’a qu’un site` },
      ],
    };
  }
  return { ok: true, value: { computation: computation.value, found, computed } };
}
