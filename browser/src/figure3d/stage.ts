/** Light, mat and camera around the body, drawn only when something has changed. */

import {
  Color,
  DirectionalLight,
  Group,
  HemisphereLight,
  MathUtils,
  Mesh,
  MeshLambertMaterial,
  type Object3D,
  PCFShadowMap,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  ShadowMaterial,
  SRGBColorSpace,
  Vector3,
  WebGLRenderer,
} from "three";
import type { View } from "./clip.ts";

const FIELD_OF_VIEW = 26;
const MARGIN = 1.02;
const MAT_WIDTH = 0.75;
const MAT_EDGE = 0.12;
const SHARPEST = 2;
const CORNERS = [-1, 1].flatMap((x) =>
  [-1, 1].flatMap((y) => [-1, 1].map((z) => [x, y, z] as const)),
);

export class Stage {
  readonly world = new Group();
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.1, 50);
  private readonly renderer: WebGLRenderer;
  private readonly mat: Mesh<PlaneGeometry, MeshLambertMaterial>;
  private readonly sun = new DirectionalLight(0xfff4e4, 2.1);
  private readonly sizes: ResizeObserver;
  private view: View | null = null;
  private things: Object3D | null = null;
  private turned = 0;
  private raised = 0;
  private otherSide = false;
  private frame = 0;

  /** Throws where the browser has no WebGL. */
  constructor(private readonly element: HTMLElement) {
    this.renderer = new WebGLRenderer({ antialias: true, alpha: true });
    this.renderer.outputColorSpace = SRGBColorSpace;
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = PCFShadowMap;
    this.mat = new Mesh(new PlaneGeometry(1, 1), new MeshLambertMaterial());
    this.furnish();
    element.append(this.renderer.domElement);
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(element);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", this.repaint);
    this.repaint();
  }

  private furnish(): void {
    this.mat.rotation.x = -Math.PI / 2;
    this.mat.position.y = -0.004;
    this.mat.receiveShadow = true;
    const ground = new Mesh(new PlaneGeometry(12, 12), new ShadowMaterial({ opacity: 0.16 }));
    ground.rotation.x = -Math.PI / 2;
    ground.position.y = -0.006;
    ground.receiveShadow = true;
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(1024, 1024);
    this.sun.shadow.radius = 6;
    this.sun.shadow.normalBias = 0.02;
    this.scene.add(this.world, this.mat, ground, this.sun, this.sun.target);
    this.scene.add(new HemisphereLight(0xffffff, 0xcfc4b4, 1.7));
  }

  /** Put these things beside the body, in the place of those before. */
  furnishWith(things: Object3D | null): void {
    if (things === this.things) return;
    this.things?.removeFromParent();
    this.things = things;
    if (things) this.add(things);
  }

  /** Add the body, or a thing; it casts and takes shadows. */
  add(object: Object3D): void {
    object.traverse((part) => {
      if (part instanceof Mesh) {
        part.castShadow = true;
        part.receiveShadow = true;
        // The bones move the body out of the box it was loaded with.
        part.frustumCulled = false;
      }
    });
    this.world.add(object);
    this.draw();
  }

  /** Look from where an exercise is best seen; a turn made by hand is kept. */
  look(view: View, mirrored: boolean): void {
    this.view = view;
    this.otherSide = mirrored && view.follow;
    this.world.scale.z = mirrored ? -1 : 1;
    this.lay(view);
    this.aim();
  }

  /** Turn by hand: degrees round and degrees up. */
  turn(round: number, up: number): void {
    this.turned = (this.turned + round) % 360;
    this.raised = MathUtils.clamp(this.raised + up, -40, 70);
    this.aim();
  }

  /** Back to where the exercise is best seen. */
  settle(): void {
    this.turned = 0;
    this.raised = 0;
    this.aim();
  }

  private lay({ centre, half }: View): void {
    const length = 2 * half[0] + 2 * MAT_EDGE;
    this.mat.scale.set(length, Math.max(MAT_WIDTH, 2 * half[2] + MAT_EDGE), 1);
    this.mat.position.x = centre[0];
    const reach = Math.max(...half) * 1.5;
    this.sun.target.position.set(...centre);
    const box = this.sun.shadow.camera;
    [box.left, box.right, box.top, box.bottom] = [-reach, reach, reach, -reach];
    box.updateProjectionMatrix();
  }

  private aim(): void {
    if (!this.view) return;
    const { azimuth, elevation, centre, half } = this.view;
    const side = this.otherSide ? -1 : 1;
    const round = MathUtils.degToRad(azimuth + this.turned);
    const up = MathUtils.degToRad(MathUtils.clamp(elevation + this.raised, 2, 85));
    const away = new Vector3(
      Math.sin(round) * Math.cos(up),
      Math.sin(up),
      side * Math.cos(round) * Math.cos(up),
    );
    const target = new Vector3(...centre);
    // The light stays over the viewer's shoulder, whichever side that is.
    this.sun.position.set(centre[0] + 1.2, 4, away.z < 0 ? -2.2 : 2.2);
    this.camera.position.copy(target).addScaledVector(away, this.distance(away, half));
    this.camera.lookAt(target);
    this.draw();
  }

  /** How far off the camera stands so that each corner of the box is in the picture. */
  private distance(away: Vector3, [forward, up, right]: View["half"]): number {
    const across = new Vector3(0, 1, 0).cross(away).normalize();
    const above = away.clone().cross(across);
    const tall = Math.tan(MathUtils.degToRad(FIELD_OF_VIEW / 2));
    const wide = tall * this.camera.aspect;
    const distances = CORNERS.map(([x, y, z]) => {
      const corner = new Vector3(x * forward, y * up, z * right);
      const beside = Math.abs(corner.dot(across)) / wide;
      const over = Math.abs(corner.dot(above)) / tall;
      return corner.dot(away) + Math.max(beside, over) * MARGIN;
    });
    return Math.max(...distances);
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!width || !height) return;
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, SHARPEST));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.aim();
  }

  private readonly repaint = (): void => {
    this.mat.material.color = new Color(pageColour(this.element, "--mat"));
    this.draw();
  };

  /** Draw once, in the next frame, however often it is asked for. */
  draw(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.renderer.render(this.scene, this.camera);
    });
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    this.sizes.disconnect();
    matchMedia("(prefers-color-scheme: dark)").removeEventListener("change", this.repaint);
    this.renderer.dispose();
    this.renderer.domElement.remove();
  }
}

/** The value of a custom property as a plain colour, light or dark already chosen. */
function pageColour(element: HTMLElement, property: string): string {
  const probe = document.createElement("span");
  probe.style.backgroundColor = `var(${property})`;
  element.append(probe);
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
}
