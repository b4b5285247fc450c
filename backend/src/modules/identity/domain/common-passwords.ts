/**
 * What people choose first when eight characters are asked for: keyboard walks, counting, words
 * every guessing list begins with. Lower case; shorter ones are refused by length already.
 */
const COMMON_PASSWORDS: readonly string[] = `
12345678 123456789 1234567890 12345678910 0123456789 01234567 012345678 87654321 987654321
9876543210 0987654321 11223344 1122334455 12341234 123123123 12121212 123321123 123454321
12344321 13131313 14141414 10101010 147258369 147852369 159357159 159753159 741852963 789456123
963852741 456789123 135792468 246813579 11112222 12345679 123456780 123456123 123654789 20202020
31415926 314159265 3141592653 55556666 77777778 88889999 98765432 99998888 19841984 19871987
19901990 20002000 20122012 20202021 abcdefgh abcdefghi abcd1234 abcde123 abc12345 abc123456
abc123abc abcabc123 a1b2c3d4 a1b2c3d4e5 a12345678 a123456789 aa123456 aa12345678 aaa111222
1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 q1w2e3r4 q1w2e3r4t5
qazwsxedc qazwsx123 qazxswedc qweasdzxc qweqweqwe qwer1234 qwert123 qwert12345 qwerty12 qwerty123
qwerty1234 qwerty12345 qwerty123456 qwertyui qwertyuiop qwertzui qwertzuiop azertyui azertyuiop
asdfasdf asdfghjk asdfghjkl asdf1234 asdasdasd asdqwe123 zxcvbnm1 zxcvbnm123 zxcvbnm, zaq12wsx
zaq1zaq1 zxcasdqwe zxczxczxc 12qwaszx 123qweasd 123qwe123 123abc123 123456qwe 123456abc 123456789a
1234567a 12345678a 1234qwer 1234abcd q2w3e4r5 qazqazqaz poiuytrewq lkjhgfdsa mnbvcxz1 mnbvcxzlkj
password passwords passw0rd password0 password1 password12 password123 password1234 p@ssw0rd
p@ssword pa55word pa55w0rd passwort passwort1 motdepasse contrasena contraseña senha123 parola123
mypassword thepassword nopassword changeme changeme1 changeme123 changeit letmein1 letmein123
letmeinnow welcome1 welcome12 welcome123 welcome1234 bienvenue willkommen default1 guest123
test1234 test12345 test123456 testtest testing1 testing123 tester12 demo1234 temp1234 temporary
admin123 admin1234 admin12345 administrator adminadmin root1234 rootroot toor1234 superuser
user1234 username master12 master123 masterkey secret12 secret123 secret1234 topsecret private1
computer internet windows1 windows10 samsung1 samsung123 google123 facebook facebook1 linkedin
whatsapp instagram youtube1 minecraft minecraft1 pokemon1 pokemon123 fortnite nintendo playstation
iloveyou iloveyou1 iloveyou2 iloveyou12 iloveyou123 iloveu123 ilovegod loveyou1 lovelove lovely12
loveme123 mylove123 forever1 forever21 sweetheart sweetie1 babygirl babygirl1 babyboy1 beautiful
princess princess1 princess123 sunshine sunshine1 sunshine123 butterfly chocolate chocolate1
strawberry blueberry cupcakes football football1 football123 baseball baseball1 basketball
volleyball softball1 swimming soccer12 soccer123 chelsea1 chelsea123 liverpool liverpool1 arsenal1
arsenal123 barcelona barcelona1 realmadrid manchester juventus superman superman1 batman12
batman123 spiderman spiderman1 starwars starwars1 pokemon12 dragon12 dragon123 monkey12 monkey123
shadow12 shadow123 tigger12 tigger123 snoopy12 buster12 ginger12 cookie12 cookie123 flower12
flower123 orange12 purple12 rainbow1 rainbow12 diamond1 diamond123 freedom1 freedom123 jesus123
jesuschrist blessed1 blessing angel123 angels12 heaven12 michael1 michael123 jennifer jennifer1
jessica1 jessica123 ashley12 ashley123 michelle michelle1 danielle victoria elizabeth alexander
alexandra benjamin benjamin1 jonathan jonathan1 jordan23 jordan123 anthony1 anthony123 nicholas
samantha samantha1 stephanie charlie1 charlie123 thomas12 thomas123 daniel12 daniel123 andrew12
andrew123 matthew1 matthew123 joshua12 joshua123 robert12 william1 william123 christian christopher
killer12 killer123 hunter12 hunter123 mustang1 corvette ferrari1 mercedes harley12 porsche1
whatever whatever1 trustno1 fuckyou1 fuckyou123 fuckyou2 asshole1 bullshit nothing1 something
hello123 hello1234 hellohello helloworld goodluck thankyou hahahaha lalalala blablabla welcome01
summer12 summer123 summer2024 summer2025 summer2026 winter12 winter123 winter2024 winter2025
winter2026 spring12 spring2024 spring2025 spring2026 autumn12 january1 february september
november1 december december1 birthday birthday1 midnight midnight1 mountain scorpion scorpion1
elephant dolphins dolphin1 panther1 cowboys1 steelers yankees1 phoenix1 champion champion1
matrix12 maverick gateway1 metallica nirvana1 slipknot1 greenday blink182 eminem12 hannah12
student1 student12 student123 students teacher1 teacher12 teacher123 school12 school123 quizmaster
quizmaster1 quizmaster123 college1 university education homework learning exam1234 quiz1234
woaini1314 woaini520 5201314520 wang1234 zhang123 li123456 asd123456 qq123456 zz123456 woaini123
aini1314 wodemima mima1234 nihao123 nihaoma1 caonima1 anhyeuem matkhau1 matkhau123 yeuanh123
`
  .trim()
  .split(/\s+/u);

export const commonPasswords: ReadonlySet<string> = new Set(COMMON_PASSWORDS);
