// The words of fingerprints and offered passphrases: 1024 plain English ones, none of which gives offence, no two of which begin with
// the same four letters. Frozen: another list would give known keys other words.

/** Alphabetical; the place of a word is its value. */
export const WORDS: readonly string[] = `
abacus absent academy accent acorn acre actor advice aerial agenda agile airport album alcove algae alley
almond alpine always amazing amber amigo ample analog anchor angle angora annual answer antler anvil apple
apricot apron arbour arch arctic area arena aroma arrow artist aspen asphalt athlete atlas atom attic august
aura aurora author autumn avenue aviator avocado award awning axis azure badge bagel baker balcony ballad
balsam bamboo banana bandana banjo banner barge barley barn basil basket bassoon baton battery beach beads
beaker bean beaver bedrock beech beetle begonia belfry bell belong bench beret berry bicycle bingo biology
birch biscuit bison blanket blazer bloom blossom bluff board boat bobbin bobcat bolt bonnet bonsai book border
botany bottle boulder bouquet bowl branch brass brave bread breeze brick bridge bright brisk bronze broom
brown bruin brush bubble bucket budget buffalo bugle builder bundle bunny burrow busy butter buzzard cabbage
cabin cable cactus caddy cafe calm camel camp canal candle canoe canvas canyon capsule caramel card cargo
carpet carrot cart cascade cashew castle casual catalog catfish cave cedar celery cello cement century ceramic
cereal chain chalk chamber chapter charm cheese cherry chess chief chilly chime chisel choir chorus cider
cinder cinema circle citizen citrus city clam classic clay clever cliff climate cloak clock cloud clover
cluster coach coast cobalt cobbler cocoa coffee coin comet comic compass concert condor cookie cool copper
coral cork corner cosmos cosy cottage couch courier cousin cover coyote cradle crane crater crayon cream
credit creek crest cricket crimson crisp crocus croquet crown cruise crumpet crystal cube cuckoo culture
cupcake curlew currant curtain cushion custard cycle cymbal cypress dahlia dairy daisy dance dapper daring
dawn debate decade decimal deer delta denim depot deputy desert design desk detail devote dial diary dinner
dipper disco diver dock domain domino donkey door dove dragon drama drawer dream drift drum duck dune dusk
duvet dynamo eager eagle early earth easel east easy echo eclair edge editor effort elder eleven ember emblem
enamel encore energy engine enjoy epic eraser essay estate exotic extra fable fabric fairy falcon family
famous fancy farm fathom favour fence fennel fern ferry fiddle field fiesta figure film filter final finch
fjord flagon flame flask flax fleece flight flint flora flour flower flute foam focus foggy folder folk forest
fork formal forum fossil foyer frame fresh friend fringe frolic frost fruit fudge funnel future gable gadget
galaxy game garage garden garlic garnet gate gecko genius gentle geyser giant gift giggle ginger gist glade
glass gleam glen glider globe glove glow gnome goat goblet goggle gold golf goose gopher gorge gourd grain
grape grass gravel green grid grotto grove guava guest guide guitar gull gumbo hammer handle happy harp hatch
hawk hazel hearth hedge hello helmet herb heron hiking hill hippo hobby hockey holly honey hood hoop hornet
horse hostel hotel house hover humble hummus hurdle husky hyphen icing icon idea igloo iguana image impala
inch indigo inlet insect inside iris iron island ivory jacket jade jaguar jazz jelly jersey jetty jewel jigsaw
joker juice july jumper june jungle kayak kazoo keeper kelp kennel kernel kettle kimono kindle kiosk kite
kitten kiwi knight knot koala kudos label lace ladder ladle lady lagoon lake lamb lamp lapel larch lark laser
lasso laurel lawn leaf league ledge leek legend lemon lens lentil letter level lichen lilac lily limber lime
linen lion liquid lizard llama lobby locket lodge logic lotus lounge lucky lumber lunar lunch lupin lute lynx
lyric macaw magma magnet magpie mallet mango manor mantle maple marble march margin marina market marmot marsh
mason meadow medal melody member memory menu mesa metal meteor metro midday mile milk mill mimosa mint minute
mirror mitten mobile model module mohair monday money moon moose mosaic moss motor mouse muffin museum music
myrtle napkin narrow nature navy nebula nectar needle neon nephew nest nettle nickel night nimble noble nomad
noodle noon north nougat novel nugget number nutmeg nylon oasis object oboe ocean octave office olive onion
onyx opal opera orange orbit organ oriole osprey otter oval oven oxygen oyster paddle page pagoda paint palace
palm panda panel pansy papaya paper parade parcel park parrot party pasta patch path patio peach peanut pear
pebble pecan pedal pencil peony pepper perch period petal pewter phone photo piano picnic pigeon pillow pilot
pine pixel pizza planet plate plaza plum pocket poem polar polka polo pond pony poplar poppy porch portal
potato powder prince prism prize puddle puffin pulley puma puppet purple purse puzzle pylon quail quartz quest
quick quiet quill quince quiver quiz quota rabbit racket radar radio raft rain raisin ranch raven razor recipe
record reef relay repair rescue resin resort rhythm ribbon rice ridge ring ripple river road robin robot
rocket rodeo roller roof room root rope rose rotor round rowing royal ruby rudder ruler rumba runner rustic
saddle safari sail salad salmon salsa salute sandal satin saturn sauce sauna scarf scenic school scout screen
script scroll season second secret seed sesame seven shadow shed sheep shelf shield ship shirt shoe shore
shovel shower sienna signal silk silver simple singer sister sketch slate sledge sleeve slope smile snail snow
soap soccer soda sofa solar sonata song sorbet south space spade spark spice spider spiral sponge spoon spring
spruce square squid stable stage stamp star steam steel stereo stone stork stove stream stripe studio sugar
summer sunday sunset surf swan swift swing symbol syrup system table tailor tandem tango target tartan taxi
teacup teal team teapot tennis tent theory thread throne thyme ticket tide tiger timber tinsel tiptoe toast
toffee tomato tongs topaz topic torch toucan towel town trail travel tree trophy trout trunk tuba tulip tundra
tunnel turkey turnip turtle tweed twelve twig twin typist uncle union unity uphill upper urban urchin useful
valley valve vase vault vector velvet vendor verse vessel video view vine viola visit vista vivid volley
volume voyage waffle wagon waiter walnut walrus waltz wander water wave weasel weaver wedge west whale wheat
wheel wicker widget willow wind winter wisdom wizard wolf wombat wonder wood wool word wreath wren writer
yacht yard yarn yellow yeti yoga yogurt yonder zebra zenith zephyr zero zigzag zinc zinnia zipper zircon
zodiac zone
`
	.trim()
	.split(/\s+/);
