/** The body and the clips that move it, loaded when they are first needed. */

import {
  AnimationMixer,
  Color,
  type Group,
  Mesh,
  type MeshStandardMaterial,
  type Object3D,
} from "three";
import { type GLTF, GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import type { Timetable } from "./clip.ts";

/** What a page says about the figure: where its files are, and how it looks. */
export interface Appearance {
  /** Address of the body's mesh. */
  body: string;
  /** Addresses of the clips by name. */
  clips: Record<string, string>;
  /** Colour of each class of the figure (skin, shirt …), #RRGGBB. */
  colours: Record<string, string>;
}

export interface Clip extends Timetable {
  /** What the body rests on besides the floor. */
  things: Object3D | null;
  /** Put the body where it is `seconds` into the clip. */
  pose(seconds: number): void;
}

const loader = new GLTFLoader();

export class Body {
  readonly object: Group;
  private readonly clips = new Map<string, Promise<Clip>>();
  private playing: AnimationMixer | null = null;

  private constructor(
    file: GLTF,
    private readonly appearance: Appearance,
  ) {
    this.object = file.scene;
    file.scene.traverse((part) => paint(part, appearance.colours));
  }

  /** Rejects where the mesh is missing or damaged. */
  static async load(appearance: Appearance): Promise<Body> {
    return new Body(await loader.loadAsync(appearance.body), appearance);
  }

  /** The clip called `name`; rejects where there is none, or its file is damaged. */
  clip(name: string): Promise<Clip> {
    const known = this.clips.get(name) ?? this.load(name);
    this.clips.set(name, known);
    return known;
  }

  private async load(name: string): Promise<Clip> {
    const address = this.appearance.clips[name];
    if (!address) throw new Error(`There is no clip “${name}”.`);
    const { animations, parser, scene } = await loader.loadAsync(address);
    const [animation] = animations;
    if (!animation) throw new Error(`The clip “${name}” has no animation in it.`);
    const mixer = new AnimationMixer(this.object);
    const action = mixer.clipAction(animation);
    return {
      ...(parser.json.extras as Timetable),
      things: scene.getObjectByName("things") ?? null,
      pose: (seconds) => {
        if (this.playing !== mixer) this.playing?.stopAllAction();
        this.playing = mixer;
        action.play();
        // At its very end a looping action would already be back at its start.
        mixer.setTime(Math.min(seconds, animation.duration - 1e-4));
      },
    };
  }
}

function paint(part: Object3D, colours: Record<string, string>): void {
  if (!(part instanceof Mesh)) return;
  const material = part.material as MeshStandardMaterial;
  const colour = colours[material.name];
  if (colour) material.color = new Color(colour);
}
