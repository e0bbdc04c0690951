//! The nodes of all groups: made when somebody first comes in, found by group and place.

use std::collections::{BinaryHeap, HashMap};
use std::num::NonZeroU32;
use std::ops::{Index, IndexMut};

use crate::pool::{Entry, Pool};
use crate::problem::{Group, Problem};
use crate::shape::{Level, Place, Quick, ShapeIndex, Shapes, WHOLE};
use crate::table::{Number, Table, number};

/// A place of the quota tree in one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NodeIndex(u32);
number!(NodeIndex);

/// There is no such node, or not yet.
pub(crate) const NO_NODE: NodeIndex = NodeIndex(u32::MAX);

#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    /// `NO_NODE` for the group itself.
    pub(crate) parent: NodeIndex,
    pub(crate) count: u32,
    pub(crate) cap: u32,
    pub(crate) reserve: u32,
    /// `NO_FRONT` where no reserve is at the node or within it.
    pub(crate) front: FrontIndex,
    pub(crate) pool: Pool,
}

impl Node {
    fn new(level: &Level, parent: NodeIndex, cap: u32, fronts: &mut Table<FrontIndex, Front>) -> Self {
        let has_front = level.is_mixed || level.reserve > 0;
        let front = if has_front { fronts.push(Front::default()) } else { NO_FRONT };
        Self { parent, count: 0, cap, reserve: level.reserve, front, pool: Pool::default() }
    }
}

impl NodeIndex {
    /// Where the node of a place lies, this being the one of the whole group.
    #[inline]
    fn at(self, place: Place, stride: Option<NonZeroU32>) -> Self {
        Self(self.0.wrapping_add(place.0.wrapping_mul(stride.map_or(0, NonZeroU32::get))))
    }
}

/// What a node with reserves keeps beside its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FrontIndex(u32);
number!(FrontIndex);

/// No reserve is at the node or within it.
pub(crate) const NO_FRONT: FrontIndex = FrontIndex(u32::MAX);

/// How easily somebody can go: the greatest goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ease {
    /// The fewer reserved seats it costs, the greater.
    spare: u32,
    pub(crate) entry: Entry,
}

impl Ease {
    /// Somebody whose going costs nothing but them.
    #[inline]
    pub(crate) const fn of(entry: Entry) -> Self {
        Self { spare: u32::MAX, entry }
    }

    /// The same where it also costs a reserved seat of one more node.
    #[inline]
    pub(crate) fn costing(self, a_seat: bool) -> Self {
        Self { spare: self.spare.wrapping_sub(u32::from(a_seat)), ..self }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Front {
    /// What the node claims in its parent; none while nobody is in it.
    pub(crate) claim: Option<Ease>,
    /// The claims of the nodes right below; only those hold that are still the node's own.
    pub(crate) claims: BinaryHeap<(Ease, NodeIndex)>,
}

/// So many nodes that could be are few for each applicant: they are all made at once, and found by
/// their place alone. Where there could be more, they are made when somebody comes in, and kept in a map.
const FEW_EACH: usize = 2;
/// So many are few in any case.
pub(crate) const FEW: usize = 4_096;

/// What is needed of a group to find its nodes.
#[derive(Clone, Copy, Debug)]
struct Room {
    shape: ShapeIndex,
    whole: NodeIndex,
    /// How far apart the nodes of two neighbouring places are: the nodes of one place in all groups lie
    /// side by side, because people of one place ask many groups. Nothing where they are in a map.
    stride: Option<NonZeroU32>,
}

#[derive(Debug)]
pub(crate) struct Nodes {
    shapes: Shapes,
    rooms: Table<Group, Room>,
    nodes: Table<NodeIndex, Node>,
    fronts: Table<FrontIndex, Front>,
    map: HashMap<(Group, Place), NodeIndex, Quick>,
}

impl Nodes {
    /// The groups, with nobody in them. Up to `few` nodes are few in any case; none are if it is 0.
    pub(crate) fn new(problem: &Problem, shapes: Shapes, few: usize) -> Self {
        let (mut nodes, mut fronts) = (Table::default(), Table::default());
        let mut rooms: Vec<(Group, Room)> = Vec::with_capacity(problem.groups().len());
        for (number, shape) in shapes.iter() {
            let groups = problem.groups().filter(|group| shapes.number_of(problem.plan_of(*group)) == number);
            let groups: Vec<Group> = groups.collect();
            let few = few.max(few.min(1).saturating_mul(FEW_EACH).saturating_mul(problem.applicants().len()));
            let all = groups.len().saturating_mul(shape.levels.len());
            let stride =
                NonZeroU32::new(u32::try_from(groups.len()).unwrap_or(u32::MAX)).filter(|_| all <= few);
            let first = nodes.len();
            for (place, level) in shape.levels.iter().take(if stride.is_some() { usize::MAX } else { 1 }) {
                for (nth, group) in groups.iter().enumerate() {
                    let whole = NodeIndex::number(first.saturating_add(nth));
                    let seats = problem.capacity(*group).seats().unwrap_or(u32::MAX);
                    let (parent, cap) = if place == WHOLE {
                        rooms.push((*group, Room { shape: number, whole, stride }));
                        (NO_NODE, shape.on_top.map_or(seats, |on_top| seats.min(on_top)))
                    } else {
                        (whole.at(level.parent, stride), level.cap)
                    };
                    nodes.push(Node::new(level, parent, cap, &mut fronts));
                }
            }
        }
        rooms.sort_unstable_by_key(|(group, _)| *group);
        let rooms = rooms.into_iter().map(|(_, room)| room).collect();
        Self { shapes, rooms, nodes, fronts, map: HashMap::default() }
    }

    pub(crate) const fn shapes(&self) -> &Shapes {
        &self.shapes
    }

    #[inline]
    pub(crate) fn keeps_seats_on_top(&self, group: Group) -> bool {
        self.shapes[self.rooms[group].shape].on_top.is_some()
    }

    /// The tree of quotas that a group has.
    #[inline]
    pub(crate) fn shape(&self, group: Group) -> ShapeIndex {
        self.rooms[group].shape
    }

    #[inline]
    pub(crate) fn level(&self, group: Group, place: Place) -> &Level {
        &self.shapes[self.rooms[group].shape].levels[place]
    }

    /// The node of a place, if it was made.
    #[inline]
    pub(crate) fn find(&self, group: Group, place: Place) -> NodeIndex {
        let room = &self.rooms[group];
        if place == WHOLE || room.stride.is_some() {
            return room.whole.at(place, room.stride);
        }
        self.map.get(&(group, place)).copied().unwrap_or(NO_NODE)
    }

    /// The node of a place, made where it is not there yet.
    pub(crate) fn make(&mut self, group: Group, place: Place) -> NodeIndex {
        let found = self.find(group, place);
        if found != NO_NODE {
            return found;
        }
        let level = *self.level(group, place);
        let parent = self.make(group, level.parent);
        let node = self.nodes.push(Node::new(&level, parent, level.cap, &mut self.fronts));
        self.map.insert((group, place), node);
        node
    }

    #[inline]
    pub(crate) fn front(&self, front: FrontIndex) -> &Front {
        &self.fronts[front]
    }

    #[inline]
    pub(crate) fn front_mut(&mut self, front: FrontIndex) -> &mut Front {
        &mut self.fronts[front]
    }
}
impl Index<NodeIndex> for Nodes {
    type Output = Node;

    #[inline]
    fn index(&self, node: NodeIndex) -> &Node {
        &self.nodes[node]
    }
}
impl IndexMut<NodeIndex> for Nodes {
    #[inline]
    fn index_mut(&mut self, node: NodeIndex) -> &mut Node {
        &mut self.nodes[node]
    }
}
